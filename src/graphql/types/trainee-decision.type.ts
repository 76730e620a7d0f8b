import { Field, InputType, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { TraineeDecision } from '../../policy/trainee-decision.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { FundingModeEnum, ViolationScopeEnum } from './calculator-enums.js';
import { DecisionStatusEnum, LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';

@InputType('TraineeDecisionInput', described('一名学员的补贴判定所需的事实', 'The facts that decide whether one trainee is payable'))
export class TraineeDecisionInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, described('职业代码或名称', 'Occupation code or Chinese name'))
  occupation!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => FundingModeEnum, described('政府补贴培训或市场化培训', 'Subsidised or market-funded training'))
  fundingMode!: string;

  @Field(() => String, {
    nullable: true,
    ...described(
      '六类人员的类别代码，如 CAT1；不属于任何一类时不填',
      'Code of one of the six eligible categories, such as CAT1; left out where none applies',
    ),
  })
  category?: string | null;

  @Field(() => Boolean, described('是否符合国家职业标准', 'Whether the national occupational standard is met'))
  meetsNationalStandard!: boolean;

  @Field(() => String, {
    nullable: true,
    ...described('培训机构代码或全称；不填视为未列入目录', 'Training institution, code or exact name; left out counts as not listed'),
  })
  institution?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('发放专业技术等级证书的评价机构，代码或全称', 'Assessment body that issued the level certificate, code or exact name'),
  })
  assessmentBody?: string | null;

  @Field(() => Boolean, described('是否取得培训合格证书', 'Whether the training certificate was obtained'))
  hasTrainingCertificate!: boolean;

  @Field(() => Boolean, described('是否取得专业技术等级证书', 'Whether the level certificate was obtained'))
  hasLevelCertificate!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '是否持有职业技能等级证书；它不能代替专业技术等级证书',
      'Whether a vocational skill certificate is held; it does not replace the level certificate',
    ),
  })
  hasSkillCertificate?: boolean | null;

  @Field(() => String, { nullable: true, ...described('证书所载职业，代码或名称', 'Occupation on the certificate, code or Chinese name') })
  certificateOccupation?: string | null;

  @Field(() => LevelEnum, { nullable: true, ...described('证书所载等级', 'Level on the certificate') })
  certificateLevel?: string | null;

  @Field(() => Hours, described('培训合格证书所载学时', 'Hours on the training certificate'))
  certifiedHours!: string;

  @Field(() => Hours, described('实际授课总学时', 'All delivered hours'))
  totalHours!: string;

  @Field(() => Hours, described('其中线上学时', 'Of these, online hours'))
  onlineHours!: string;

  @Field(() => Boolean, described('是否全程录像', 'Whether the training is recorded in full'))
  isRecorded!: boolean;

  @Field(() => MoneyCNY, described('向学员收取的费用（元）；未收费填 0.00', 'What the trainee was charged (yuan); 0.00 for nothing'))
  tuitionCharged!: string;

  @Field(() => Boolean, described('是否跨省开展培训', 'Whether the training crossed the province'))
  isCrossProvince!: boolean;

  @Field(() => ViolationScopeEnum, {
    nullable: true,
    ...described('违规认定的范围；没有违规时不填', 'Scope of a violation finding; left out where there is none'),
  })
  violation?: string | null;

  @Field(() => String, described('学员所在地区，代码或名称', "The trainee's region, code or name"))
  traineeRegion!: string;

  @Field(
    () => String,
    described(
      '组织培训的地区，代码或名称；适用该地区自定的标准',
      "The region that organises the training, code or name; its own standard stands above the province's",
    ),
  )
  organisingRegion!: string;

  @Field(
    () => Boolean,
    described('同一人同一职业同一等级是否已经补贴过', 'Whether this person was already subsidised for this occupation and level'),
  )
  isAlreadyPaid!: boolean;
}

@ObjectType('TraineeDecision', {
  implements: AnsweredType,
  ...described('一名学员的补贴判定；补贴直补培训机构', 'The decision on one trainee; the subsidy goes to the training institution'),
  simpleResolvers: true,
})
export class TraineeDecisionType extends AnsweredType {
  @Field(() => DecisionStatusEnum, described('判定', 'Decision'))
  status!: string;

  @Field(() => MoneyCNY, described('可补贴金额（元）；暂缓或不予补贴时为 0.00', 'Payable amount (yuan); 0.00 while held or refused'))
  amount!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('补正后的金额；不予补贴时为空', 'Amount once the holds are cleared; null for a refusal'),
  })
  amountIfCleared!: string | null;

  @Field(() => [ReasonType], described('不予补贴的全部原因；没有时，暂缓的全部原因', 'Every refusal; where there is none, every hold'))
  reasons!: ReasonType[];

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];

  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;
}

/** A decision as the API shows it: occupation and reasons as objects. */
export const traineeDecisionView = (answered: Answered<TraineeDecision>) =>
  answeredView(answered, {
    status: answered.status,
    amount: answered.amount,
    amountIfCleared: answered.amountIfCleared,
    reasons: reasonsOf(answered.reasons),
    notices: reasonsOf(answered.notices),
    occupation: occupationView(answered.ruleBook, answered.occupation),
    level: answered.level,
  });
