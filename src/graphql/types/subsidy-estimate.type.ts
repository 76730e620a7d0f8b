import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { SubsidyEstimate } from '../../policy/subsidy-estimate.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { DecisionStatusEnum, LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';

@InputType('SubsidyEstimateLineInput', described('一行：职业、等级、人数', 'One line: occupation, level, heads'))
export class SubsidyEstimateLineInput {
  @Field(() => String, described('职业代码或名称', 'Occupation code or Chinese name'))
  occupation!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => Int, described('人数，1 至 1000000', 'Heads, 1 to 1,000,000'))
  headCount!: number;

  @Field(() => Hours, {
    nullable: true,
    ...described('实际授课学时；不填视为规定学时', 'Delivered hours; left out means the required hours'),
  })
  deliveredHours?: string | null;

  @Field(() => Hours, { nullable: true, ...described('其中线上学时', 'Of these, online hours') })
  onlineHours?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否全程录像；不填视为是', 'Whether the training is recorded in full; left out means yes'),
  })
  isRecorded?: boolean | null;
}

@InputType('SubsidyEstimateInput', described('补贴测算的输入', 'What a subsidy estimate is asked for'))
export class SubsidyEstimateInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('地区代码或名称；填写后适用该地区自定的标准', "Region code or name; its own standard then stands above the province's"),
  })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('培训机构代码或全称；填写后核对目录', 'Training institution, code or exact name; its listing is then checked'),
  })
  institution?: string | null;

  @Field(() => [SubsidyEstimateLineInput], described('各行；相同的行须合并', 'The lines; equal lines must be made one'))
  lines!: SubsidyEstimateLineInput[];
}

@ObjectType('SubsidyEstimateLine', { ...described('测算的一行', 'One line of an estimate'), simpleResolvers: true })
export class SubsidyEstimateLineType {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => Int, described('人数', 'Heads'))
  headCount!: number;

  @Field(() => Hours, described('规定学时', 'Required hours'))
  requiredHours!: string;

  @Field(() => MoneyCNY, described('每学时标准（元）', 'Hourly rate (yuan)'))
  hourlyRate!: string;

  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  amountPerTrainee!: string;

  @Field(() => MoneyCNY, described('可补贴金额（元）；暂缓或不予补贴时为 0.00', 'Payable amount (yuan); 0.00 while held or refused'))
  amount!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('补正后的金额；不予补贴时为空', 'Amount once the holds are cleared; null for a refusal'),
  })
  amountIfCleared!: string | null;

  @Field(() => MoneyCNY, described('仅按标准计算的金额', 'Amount by the tariff alone'))
  referenceAmount!: string;

  @Field(() => DecisionStatusEnum, described('判定', 'Decision'))
  status!: string;

  @Field(() => [ReasonType], described('原因', 'Reasons'))
  reasons!: ReasonType[];
}

@ObjectType('SubsidyEstimate', {
  implements: AnsweredType,
  ...described('补贴测算；不作承诺，不动用资金', 'A subsidy estimate; it promises nothing and moves nothing'),
  simpleResolvers: true,
})
export class SubsidyEstimateType extends AnsweredType {
  @Field(() => MoneyCNY, described('可补贴合计（元）', 'Payable total (yuan)'))
  amount!: string;

  @Field(() => MoneyCNY, described('补正后合计', 'Total once the holds are cleared'))
  amountIfCleared!: string;

  @Field(() => MoneyCNY, described('仅按标准计算的合计', 'Total by the tariff alone'))
  referenceAmount!: string;

  @Field(() => Int, described('总人数', 'Heads in all'))
  trainees!: number;

  @Field(() => [SubsidyEstimateLineType], described('各行', 'Lines'))
  lines!: SubsidyEstimateLineType[];

  @Field(() => [ReasonType], described('出现过的全部原因', 'Every reason met'))
  reasons!: ReasonType[];

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** An estimate as the API shows it: occupations and reasons as objects. */
export const subsidyEstimateView = (answered: Answered<SubsidyEstimate>) =>
  answeredView(answered, {
    amount: answered.amount,
    amountIfCleared: answered.amountIfCleared,
    referenceAmount: answered.referenceAmount,
    trainees: answered.trainees,
    lines: answered.lines.map((line) => ({
      ...line,
      occupation: occupationView(answered.ruleBook, line.occupation),
      reasons: reasonsOf(line.reasons),
    })),
    reasons: reasonsOf(answered.reasons),
    notices: reasonsOf(answered.notices),
  });
