import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AssessedLine } from '../../operations/claims/assess-claims.js';
import { nodeId } from '../../policy/node-id.js';
import type { KeptLine } from '../../store/rows/claim-step-row.js';
import { described } from '../described.js';
import { MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { connectionType } from './connection.type.js';
import { DecisionStatusEnum, ReasonCodeEnum } from './enums.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import { answeredView } from '../answered-view.js';

@ObjectType('ClaimLine', {
  implements: AnsweredType,
  ...described(
    '申领中的一名学员：判定、金额、原因及补正办法',
    'One trainee in a claim: the decision, the amount, the reasons and their remedy',
  ),
})
export class ClaimLineType extends AnsweredType {
  /** the key of its place in the list; not a field */
  code!: string;

  /** as the store keeps it; not a field */
  enrolmentRowId!: string;

  @Field(() => ID, { simple: true, ...described('学员的报名', "The trainee's enrolment") })
  enrolmentId!: string;

  @Field(() => DecisionStatusEnum, { simple: true, ...described('判定', 'The decision') })
  status!: string;

  @Field(() => MoneyCNY, { simple: true, ...described('按规定应付', 'What the rules give for this training') })
  entitlement!: string;

  @Field(() => MoneyCNY, { simple: true, ...described('以前已付', 'What was paid for it before') })
  paidBefore!: string;

  @Field(() => MoneyCNY, { simple: true, ...described('本次应付：应付减已付', 'What is due now: the entitlement less what was paid') })
  due!: string;

  @Field(() => MoneyCNY, {
    simple: true,
    nullable: true,
    ...described('暂缓原因消除后的应付；不予补贴时为空', 'What is due once the holds are cleared; null for a refusal'),
  })
  dueIfCleared!: string | null;

  @Field(() => MoneyCNY, { simple: true, ...described('机构申报的向学员收费', 'What the institution says that it charged the trainee') })
  tuitionCharged!: string;

  @Field(() => [ReasonType], { simple: true, ...described('原因', 'The reasons') })
  reasons!: readonly ReasonType[];

  @Field(() => [ReasonType], { simple: true, ...described('提示', 'What is to be noted besides') })
  notices!: readonly ReasonType[];

  @Field(() => String, {
    simple: true,
    nullable: true,
    ...described('审核时不列入的理由', 'Why a review left it out; null where it is in'),
  })
  leftOutReason!: string | null;
}

/** A line as the API shows it. */
export const claimLineView = (line: AssessedLine): ClaimLineType =>
  answeredView(line.decision, {
    __typename: 'ClaimLine',
    code: line.lineId,
    enrolmentRowId: line.enrolmentId,
    enrolmentId: nodeId('Enrolment', line.enrolmentId),
    status: line.status,
    entitlement: line.entitlement,
    paidBefore: line.decision.paidBefore,
    due: line.due,
    dueIfCleared: line.leftOutReason === null ? line.decision.dueIfCleared : null,
    tuitionCharged: line.fact.tuitionCharged,
    reasons: reasonsOf(line.reasons),
    notices: reasonsOf(line.decision.notices),
    leftOutReason: line.leftOutReason,
  }) as unknown as ClaimLineType;

export const ClaimLineConnectionType = connectionType('ClaimLine', '申领的一行', 'line of a claim', () => ClaimLineType);

@ObjectType('ClaimLineState', { ...described('一行在某一时刻的判定', 'How a line was judged at one time'), simpleResolvers: true })
export class ClaimLineStateType {
  @Field(() => DecisionStatusEnum, described('判定', 'The decision'))
  status!: string;

  @Field(() => MoneyCNY, described('应付', 'What was due'))
  due!: string;

  @Field(() => [ReasonCodeEnum], described('原因', 'The reasons'))
  reasons!: readonly string[];
}

@ObjectType('ClaimChange', {
  ...described('自上一步骤以来变化的一行', 'A line that has changed since a step'),
  simpleResolvers: true,
})
export class ClaimChangeType {
  @Field(() => ID, described('学员的报名', "The trainee's enrolment"))
  enrolmentId!: string;

  @Field(() => ClaimLineStateType, {
    nullable: true,
    ...described('当时；当时不在名单中为空', 'As it was; null where it was not in the list'),
  })
  before!: ClaimLineStateType | null;

  @Field(() => ClaimLineStateType, {
    nullable: true,
    ...described('现在；已不在名单中为空', 'As it is; null where it is no more in the list'),
  })
  after!: ClaimLineStateType | null;
}

/** The lines that differ between a step and now, in the order of their enrolments. */
export function claimChanges(kept: readonly KeptLine[], lines: readonly AssessedLine[]): ClaimChangeType[] {
  const before = new Map(kept.map((line) => [line.enrolmentId, stateOf(line)]));
  const after = new Map(lines.map((line) => [line.enrolmentId, stateOf(line)]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids
    .map((id) => ({ enrolmentId: nodeId('Enrolment', id), before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

const stateOf = ({ status, due, reasons }: Pick<KeptLine, 'status' | 'due' | 'reasons'>): ClaimLineStateType => ({ status, due, reasons });

@ObjectType('ClaimContent', {
  ...described('申领现在的内容：按此刻的登记逐行判定', 'A claim as it stands now, every line judged by what is recorded at this moment'),
  simpleResolvers: true,
})
export class ClaimContentType {
  @Field(() => MoneyCNY, described('应付合计', 'What is due of all lines'))
  amount!: string;

  @Field(() => Int, described('可以支付的人数', 'How many trainees are payable'))
  payableTrainees!: number;

  @Field(() => Int, described('名单人数', 'How many trainees are in it'))
  trainees!: number;

  @Field(() => String, described('内容的散列值；各步骤以 seen 填写', 'The hash of the content; each step names it as `seen`'))
  contentHash!: string;
}
