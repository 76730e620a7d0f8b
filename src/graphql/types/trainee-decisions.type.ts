import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { TraineeDecisions } from '../../policy/trainee-decisions.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { DecisionStatusEnum } from './enums.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import { TraineeDecisionInput } from './trainee-decision.type.js';

@InputType('TraineeDecisionsInput', described('一份学员名单', 'A list of trainees'))
export class TraineeDecisionsInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(
    () => String,
    described(
      '组织培训的地区，代码或名称；名单中的学员须一致',
      'The region that organises the training, code or name; the same for every trainee',
    ),
  )
  organisingRegion!: string;

  @Field(() => [TraineeDecisionInput], described('学员，1 至 500 名', 'The trainees, 1 to 500'))
  trainees!: TraineeDecisionInput[];
}

@ObjectType('TraineeDecisionsLine', {
  ...described('名单中一名学员的判定', 'The decision on one trainee of a list'),
  simpleResolvers: true,
})
export class TraineeDecisionsLineType {
  @Field(() => DecisionStatusEnum, described('判定', 'Decision'))
  status!: string;

  @Field(() => MoneyCNY, described('可补贴金额（元）；暂缓或不予补贴时为 0.00', 'Payable amount (yuan); 0.00 while held or refused'))
  amount!: string;

  @Field(() => [ReasonType], described('原因', 'Reasons'))
  reasons!: ReasonType[];
}

@ObjectType('TraineeDecisions', {
  implements: AnsweredType,
  ...described('一份名单的判定；单名学员的说明见 traineeDecision', 'The decision on a list; traineeDecision explains one trainee'),
  simpleResolvers: true,
})
export class TraineeDecisionsType extends AnsweredType {
  @Field(() => MoneyCNY, described('可补贴合计（元）', 'Payable total (yuan)'))
  amount!: string;

  @Field(() => Int, described('可补贴人数', 'Trainees that are payable'))
  payable!: number;

  @Field(() => Int, described('暂缓人数', 'Trainees on hold'))
  held!: number;

  @Field(() => Int, described('不予补贴人数', 'Trainees refused'))
  refused!: number;

  @Field(() => [TraineeDecisionsLineType], described('逐人，次序同名单', 'Trainee by trainee, in the order of the list'))
  lines!: TraineeDecisionsLineType[];

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** The decision on a list as the API shows it: reasons as objects. */
export const traineeDecisionsView = (answered: Answered<TraineeDecisions>) =>
  answeredView(answered, {
    amount: answered.amount,
    payable: answered.payable,
    held: answered.held,
    refused: answered.refused,
    lines: answered.lines.map((line) => ({ ...line, reasons: reasonsOf(line.reasons) })),
    notices: reasonsOf(answered.notices),
  });
