import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { LevelEnum } from './enums.js';
import { DirectoryKindEnum, ListingStatusEnum, ProposalKindEnum } from './governance-enums.js';
import { OccupationType } from './occupation.type.js';
import { OpenQuestionType } from './open-question.type.js';
import { RegionType } from './region.type.js';

@InterfaceType('ProposedChange', {
  ...described('提案的内容，按种类各有其项', 'What a proposal would change; each kind has fields of its own'),
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class ProposedChangeType {
  @Field(() => ProposalKindEnum, described('种类', 'Kind'))
  kind!: string;
}

/** Fields of one name have one type in all kinds, so that a client may ask for every kind in one selection. */
const ofKind = (zh: string, en: string) => ({ implements: ProposedChangeType, ...described(zh, en), simpleResolvers: true });
const FROM = described('自哪天起', 'The first day');
const TO = { nullable: true, ...described('至哪天止；没有期限则为空', 'The last day; null where it has no end') };

@ObjectType('ReadingChange', ofKind('未决问题改取某种理解', 'Another reading of an open question'))
export class ReadingChangeType extends ProposedChangeType {
  @Field(() => OpenQuestionType, described('未决问题', 'The open question'))
  question!: OpenQuestionType;

  @Field(() => String, described('理解的代码', 'Code of the reading'))
  reading!: string;

  @Field(() => RegionType, { nullable: true, ...described('只适用的地区；空为全省', 'The region it is for; null is the province') })
  region!: RegionType | null;

  @Field(() => CalendarDay, FROM)
  validFrom!: string;

  @Field(() => CalendarDay, TO)
  validTo!: string | null;
}

@ObjectType('ProposedCategory', { ...described('名单中的一个类别', 'One category of the list'), simpleResolvers: true })
export class ProposedCategoryType {
  @Field(() => String, described('代码', 'Code'))
  code!: string;

  @Field(() => String, described('名称', 'Chinese name'))
  nameZh!: string;

  @Field(() => String, described('英文名', 'English name'))
  nameEn!: string;
}

@ObjectType('CategoryListChange', ofKind('确认的补贴人员类别名单', 'The confirmed list of trainee categories'))
export class CategoryListChangeType extends ProposedChangeType {
  @Field(() => [ProposedCategoryType], described('各类别', 'The categories'))
  categories!: readonly ProposedCategoryType[];

  @Field(() => CalendarDay, FROM)
  validFrom!: string;
}

@ObjectType('RegionalRateChange', ofKind('地区自定的补贴标准或学时', "A region's own hourly rate or required hours"))
export class RegionalRateChangeType extends ProposedChangeType {
  @Field(() => RegionType, { nullable: true, ...described('地区', 'The region') })
  region!: RegionType | null;

  @Field(() => OccupationType, { nullable: true, ...described('职业；空为该等级全部职业', 'The occupation; null is all of the level') })
  occupation!: OccupationType | null;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('每学时补贴（元）；自定学时则为空', 'Yuan per hour; null where it is about hours'),
  })
  hourlyRate!: string | null;

  @Field(() => Hours, { nullable: true, ...described('规定学时；自定标准则为空', 'Required hours; null where it is about the rate') })
  requiredHours!: string | null;

  @Field(() => CalendarDay, FROM)
  validFrom!: string;

  @Field(() => CalendarDay, TO)
  validTo!: string | null;

  @Field(() => Boolean, described('是否取代先前的规定', 'Whether it takes the place of an earlier one'))
  replacesEarlier!: boolean;
}

@ObjectType({ simpleResolvers: true })
abstract class AboutBodyType extends ProposedChangeType {
  @Field(() => DirectoryKindEnum, described('哪个目录', 'Which directory'))
  directory!: string;

  @Field(() => String, described('机构代码', 'Code of the body'))
  bodyCode!: string;

  @Field(() => String, described('机构全称', 'Full Chinese name of the body'))
  bodyName!: string;

  @Field(() => CalendarDay, FROM)
  validFrom!: string;
}

@ObjectType('DirectoryStatusChange', ofKind('目录内机构的状态', 'The status of a listed body'))
export class DirectoryStatusChangeType extends AboutBodyType {
  @Field(() => OccupationType, { nullable: true, ...described('职业；空为整个机构', 'The occupation; null is the whole body') })
  occupation!: OccupationType | null;

  @Field(() => ListingStatusEnum, described('状态', 'Status'))
  status!: string;
}

@ObjectType('ListingChange', ofKind('目录增列', 'A new listing'))
export class ListingChangeType extends AboutBodyType {
  @Field(() => OccupationType, { nullable: true, ...described('职业', 'The occupation') })
  occupation!: OccupationType | null;

  @Field(() => Boolean, described('机构是否新入目录', 'Whether the body itself is new to the directory'))
  isNewBody!: boolean;

  @Field(() => RegionType, { nullable: true, ...described('新机构的所在地区', 'Home region of a new body') })
  homeRegion!: RegionType | null;
}

@ObjectType('CreditCodeChange', ofKind('机构的统一社会信用代码', 'The unified social credit code of a body'))
export class CreditCodeChangeType extends AboutBodyType {
  @Field(() => String, described('统一社会信用代码（GB 32100）', 'Unified social credit code (GB 32100)'))
  creditCode!: string;
}

@ObjectType('QuotaAdjustmentLine', { ...described('名额调整的一行', 'One line of an adjustment of the quota'), simpleResolvers: true })
export class QuotaAdjustmentLineType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => Int, described('增减人数，调出为负', 'Places: below zero gives, above zero takes'))
  by!: number;
}

@ObjectType('QuotaAdjustmentChange', ofKind('名额调整', 'An adjustment of the quota'))
export class QuotaAdjustmentChangeType extends ProposedChangeType {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => [QuotaAdjustmentLineType], described('各地区的增减', 'The changes by region'))
  lines!: readonly QuotaAdjustmentLineType[];

  @Field(() => Boolean, described('是否改变全省总数', 'Whether the total of the province changes'))
  changesTotal!: boolean;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}

/** The types that a proposed change can have in the API. */
export const proposedChangeTypes = [
  ReadingChangeType,
  CategoryListChangeType,
  RegionalRateChangeType,
  DirectoryStatusChangeType,
  ListingChangeType,
  CreditCodeChangeType,
  QuotaAdjustmentChangeType,
] as const;
