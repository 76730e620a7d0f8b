import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Decimal, Hours, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';

@InputType(
  'OpenQuestionEffectInput',
  described(
    '未决问题金额影响的输入；各问题所需各项不同，缺项时报错并指明',
    'What the effect of an open question is asked for; a fact that the question needs and lacks is named in the error',
  ),
)
export class OpenQuestionEffectInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(
    () => String,
    described('未决问题的编号或键，如 Q08 或 amount.payableHours', 'Open question, id or key, such as Q08 or amount.payableHours'),
  )
  question!: string;

  @Field(() => String, { nullable: true, ...described('培训人员所在地区，代码或名称', 'Region of the trainees, code or name') })
  region?: string | null;

  @Field(() => String, { nullable: true, ...described('职业代码或名称', 'Occupation code or Chinese name') })
  occupation?: string | null;

  @Field(() => LevelEnum, { nullable: true, ...described('等级', 'Level') })
  level?: string | null;

  @Field(() => Int, { nullable: true, ...described('人数；不填为 1（Q46 必填）', 'Heads; left out means one (Q46 needs it)') })
  headCount?: number | null;

  @Field(() => Hours, {
    nullable: true,
    ...described('证书所载学时；不填视为规定学时', 'Certified hours; left out means the required hours'),
  })
  certifiedHours?: string | null;

  @Field(() => Hours, { nullable: true, ...described('其中线上学时（Q12）', 'Of these, online hours (Q12)') })
  onlineHours?: string | null;

  @Field(() => Decimal, { nullable: true, ...described('地区上浮百分比（Q10、Q13）', 'Regional percentage on top (Q10, Q13)') })
  overridePercent?: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('专账结余（元，Q33）', 'Special-account balance in yuan (Q33)') })
  specialAccountSurplus?: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('一笔拨付金额（元，Q33）', 'One payout in yuan (Q33)') })
  payout?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('培训机构所在地区，代码或名称（Q35）', 'Region of the training institution, code or name (Q35)'),
  })
  institutionRegion?: string | null;

  @Field(() => Int, { nullable: true, ...described('班期已发放补贴的人数（Q41）', 'Trainees of the course run already paid for (Q41)') })
  paidTrainees?: number | null;

  @Field(() => Int, { nullable: true, ...described('涉及违规的人数（Q41）', 'Trainees that a violation finding concerns (Q41)') })
  affectedTrainees?: number | null;

  @Field(() => Int, { nullable: true, ...described('已用名额（Q46）', 'Places already used (Q46)') })
  usedPlaces?: number | null;

  @Field(() => String, {
    nullable: true,
    ...described('奖励项目代码，如 R-4C（Q62、Q63、Q68）', 'Reward item, such as R-4C (Q62, Q63, Q68)'),
  })
  item?: string | null;

  @Field(() => Int, { nullable: true, ...described('人数（Q62、Q63、Q68）', 'Persons (Q62, Q63, Q68)') })
  persons?: number | null;

  @Field(() => Int, { nullable: true, ...described('年数（Q63）', 'Years (Q63)') })
  years?: number | null;

  @Field(() => Decimal, { nullable: true, ...described('月数，可以不是整月（Q62、Q68）', 'Months, not always whole (Q62, Q68)') })
  months?: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('批准标准（元，Q63、Q68）', 'Approved rate in yuan (Q63, Q68)') })
  approvedRate?: string | null;
}

@ObjectType('ReadingEffect', { ...described('一种理解下的金额', 'What one reading is worth'), simpleResolvers: true })
export class ReadingEffectType {
  @Field(() => String, described('理解的代码', 'Code of the reading'))
  reading!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('金额（元）；该理解下不能确定时为空', 'Amount (yuan); null where this reading determines none'),
  })
  amount!: string | null;

  @Field(
    () => MoneyCNY,
    described(
      '与缺省理解相差的金额（元），可以为负；不能确定的按零计',
      'Difference from the default reading (yuan), possibly negative; what is not determined counts as nothing',
    ),
  )
  difference!: string;

  @Field(() => Boolean, described('是否缺省理解', 'Whether it is the default reading'))
  isDefault!: boolean;

  @Field(() => Boolean, described('是否现行理解', 'Whether it is the reading in force'))
  isInForce!: boolean;
}

@ObjectType('OpenQuestionEffect', {
  implements: AnsweredType,
  ...described(
    '未决问题的各种理解值多少钱：用同一规则逐一测算',
    'What each reading of an open question is worth, worked out by the same rule under each',
  ),
  simpleResolvers: true,
})
export class OpenQuestionEffectType extends AnsweredType {
  @Field(() => String, described('未决问题的编号', 'Id of the open question'))
  question!: string;

  @Field(() => String, described('未决问题的键', 'Key of the open question'))
  key!: string;

  @Field(() => [ReadingEffectType], described('各种理解', 'The readings'))
  readings!: readonly ReadingEffectType[];
}
