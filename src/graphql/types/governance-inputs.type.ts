import { Field, InputType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { LevelEnum } from './enums.js';
import { DirectoryKindEnum, ListingStatusEnum } from './governance-enums.js';
import { KeyedInput } from './keyed-input.type.js';

/** What every proposal rests on: a document, by its number. */
@InputType()
abstract class DocumentedInput extends KeyedInput {
  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;
}

@InputType()
abstract class DatedInput extends DocumentedInput {
  @Field(() => CalendarDay, described('自哪天起', 'The first day'))
  validFrom!: string;
}

@InputType('ProposeReadingInput', described('提出未决问题的理解', 'A reading of an open question to be proposed'))
export class ProposeReadingInput extends DatedInput {
  @Field(() => String, described('未决问题，编号或键，如 Q46 或 quota.mode', 'The open question, number or key, such as Q46 or quota.mode'))
  question!: string;

  @Field(() => String, described('理解的代码', 'Code of the reading'))
  reading!: string;

  @Field(() => String, { nullable: true, ...described('只适用的地区；不填为全省', 'The region it is for; left out means the province') })
  region?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('至哪天止；不填为长期', 'The last day; left out means no end') })
  validTo?: string | null;
}

@InputType('CategoryInput', described('名单中的一个类别', 'One category of the list'))
export class CategoryInput {
  @Field(() => String, described('代码，大写字母、数字和下划线', 'Code of capitals, digits and underscores'))
  code!: string;

  @Field(() => String, described('名称', 'Chinese name'))
  nameZh!: string;

  @Field(() => String, described('英文名', 'English name'))
  nameEn!: string;
}

@InputType('ProposeCategoryListInput', described('提出确认的类别名单', 'The confirmed list of categories to be proposed'))
export class ProposeCategoryListInput extends DatedInput {
  @Field(() => [CategoryInput], described('各类别；取代先前的全部类别', 'The categories, in the place of all earlier ones'))
  categories!: readonly CategoryInput[];
}

@InputType('ProposeRegionalRateInput', described('提出地区自定的标准或学时', "A region's own rate or hours to be proposed"))
export class ProposeRegionalRateInput extends DatedInput {
  @Field(() => String, described('地区，代码或名称', 'Region, code or Chinese name'))
  region!: string;

  @Field(() => String, {
    nullable: true,
    ...described(
      '职业，代码或名称；自定标准可不填，即该等级全部职业',
      'Occupation, code or Chinese name; a rate without one is for all of the level',
    ),
  })
  occupation?: string | null;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('每学时补贴（元）；与 requiredHours 填一个', 'Yuan per hour; this or requiredHours'),
  })
  hourlyRate?: string | null;

  @Field(() => Hours, { nullable: true, ...described('规定学时；与 hourlyRate 填一个', 'Required hours; this or hourlyRate') })
  requiredHours?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('至哪天止；不填为长期', 'The last day; left out means no end') })
  validTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '是否取代先前的规定；不填则期间不得重叠',
      'Whether it takes the place of an earlier one; left out, the periods may not overlap',
    ),
  })
  replacesEarlier?: boolean | null;
}

@InputType()
abstract class BodyInput extends DatedInput {
  @Field(() => DirectoryKindEnum, described('哪个目录', 'Which directory'))
  directory!: string;

  @Field(() => String, described('机构，代码或全称', 'The body, code or full Chinese name'))
  body!: string;
}

@InputType('ChangeDirectoryStatusInput', described('改变目录内机构的状态', 'The status of a listed body to be changed'))
export class ChangeDirectoryStatusInput extends BodyInput {
  @Field(() => String, { nullable: true, ...described('职业；不填为整个机构', 'Occupation; left out means the whole body') })
  occupation?: string | null;

  @Field(() => ListingStatusEnum, described('状态', 'Status'))
  status!: string;
}

@InputType('NewBodyInput', described('新入目录的机构；全称填在 body', 'A body new to the directory; its full name stands in body'))
export class NewBodyInput {
  @Field(() => String, described('代码，TI- 或 EI- 加大写字母、数字', 'Code: TI- or EI-, then capitals or digits'))
  code!: string;

  @Field(() => String, described('英文名', 'English name'))
  nameEn!: string;

  @Field(() => String, { nullable: true, ...described('所在地区，代码或名称', 'Home region, code or Chinese name') })
  homeRegion?: string | null;
}

@InputType('AddListingInput', described('目录增列', 'A listing to be added'))
export class AddListingInput extends BodyInput {
  @Field(() => String, described('职业，代码或名称', 'Occupation, code or Chinese name'))
  occupation!: string;

  @Field(() => NewBodyInput, { nullable: true, ...described('机构新入目录时填写', 'Where the body itself is new') })
  newBody?: NewBodyInput | null;
}

@InputType('RegisterCreditCodeInput', described('登记统一社会信用代码', 'A unified social credit code to be registered'))
export class RegisterCreditCodeInput extends BodyInput {
  @Field(() => String, described('统一社会信用代码，18 位（GB 32100）', 'Unified social credit code of 18 characters (GB 32100)'))
  creditCode!: string;
}
