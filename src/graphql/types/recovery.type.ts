import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { PaidFrom } from '../../store/rows/recovery-line-row.js';
import type { RecoveryRow } from '../../store/rows/recovery-row.js';
import type { RepaymentRow } from '../../store/rows/repayment-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { FundSourceEnum } from './calculator-enums.js';
import { connectionType } from './connection.type.js';
import { publishedEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

export const RecoveryStatusEnum = publishedEnum('RecoveryStatus', '追回状态', 'State of a recovery', {
  OPEN: ['待退还', 'Money is owed'],
  SUSPENDED: ['因异议中止', 'Suspended by an objection'],
  SETTLED: ['已全部退还', 'Everything has come back'],
  CANCELLED: ['已撤销', 'Cancelled'],
});

@ObjectType('Recovery', {
  implements: NodeType,
  ...described(
    '追回：培训机构因违规认定应退还一个地区的补贴（五(一)）',
    'What an institution has to give back to a region because of a finding',
  ),
  simpleResolvers: true,
})
export class RecoveryType extends NodeType {
  @Field(() => ID, described('违规认定', 'The finding'))
  findingId!: string;

  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => RegionType, described('支付并追回的地区', 'The region that paid and gets it back'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('应退还的培训机构', 'The institution that owes it') })
  institution!: TrainingInstitutionType | null;

  @Field(() => RecoveryStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => MoneyCNY, described('应退还', 'What is owed in all'))
  amount!: string;

  @Field(() => MoneyCNY, described('已退还', 'What has come back'))
  repaid!: string;

  @Field(() => String, described('追回通知的文号', 'Number of the notice'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('通知日', 'The day of the notice'))
  noticedOn!: string;

  @Field(() => CalendarDay, described('到期日（Q42）', 'The day until which it is due (Q42)'))
  dueOn!: string;

  @Field(() => String, described('提出人', 'Who opened it'))
  openedBy!: string;

  @Field(() => String, { nullable: true, ...described('中止、恢复或撤销的理由', 'Why it was suspended, resumed or cancelled') })
  statusReason!: string | null;
}

/** A recovery as the API shows it. */
export const recoveryView = (book: RuleBook, row: RecoveryRow): RecoveryType => {
  const view = {
    ...row,
    __typename: 'Recovery',
    id: nodeId('Recovery', row.id),
    findingId: nodeId('Finding', row.findingId),
    courseRunId: nodeId('CourseRun', row.courseRunId),
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
  };
  return view;
};

@ObjectType('RepaymentRefund', {
  ...described('退还款回到的资金', 'The part of a repayment that one fund gets back'),
  simpleResolvers: true,
})
export class RepaymentRefundType {
  @Field(() => FundSourceEnum, described('资金', 'Fund'))
  fund!: string;

  @Field(() => Int, described('当初支付的年度', 'The fiscal year in which it had paid'))
  year!: number;

  @Field(() => MoneyCNY, described('金额', 'Amount'))
  amount!: string;
}

@ObjectType('Repayment', {
  implements: NodeType,
  ...described(
    '一笔退还：按使用的相反次序回到原资金（Q43）',
    'Money that came back, to the funds that had paid, the last used first (Q43)',
  ),
  simpleResolvers: true,
})
export class RepaymentType extends NodeType {
  @Field(() => ID, described('追回', 'The recovery'))
  recoveryId!: string;

  @Field(() => RegionType, described('收款地区', 'The region that got it'))
  region!: RegionType;

  @Field(() => MoneyCNY, described('金额', 'Amount'))
  amount!: string;

  @Field(() => CalendarDay, described('到账日', 'The day on which it arrived'))
  receivedOn!: string;

  @Field(() => String, described('凭证号', 'Number of the voucher'))
  documentNumber!: string;

  @Field(() => [RepaymentRefundType], described('回到的资金', 'The funds that it went back to'))
  refunds!: readonly PaidFrom[];

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;
}

/** A repayment as the API shows it. */
export const repaymentView = (book: RuleBook, row: RepaymentRow): RepaymentType => {
  const view = {
    ...row,
    __typename: 'Repayment',
    id: nodeId('Repayment', row.id),
    recoveryId: nodeId('Recovery', row.recoveryId),
    region: regionView(book, row.regionCode),
  };
  return view;
};

export const RecoveryConnectionType = connectionType('Recovery', '追回', 'recovery', () => RecoveryType);
export const RecoveryPayloadType = payloadType('RecoveryPayload', 'recovery', () => RecoveryType, '追回', 'recovery');
export const RepaymentConnectionType = connectionType('Repayment', '退还', 'repayment', () => RepaymentType);
export const RepaymentPayloadType = payloadType('RepaymentPayload', 'repayment', () => RepaymentType, '退还', 'repayment');

@InputType('RecoveryFilter', described('追回的筛选；各项须同时满足', 'Which recoveries; all parts must hold'))
export class RecoveryFilter {
  @Field(() => RecoveryStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('在此日之前到期', 'Due before this day') })
  dueBefore?: string | null;
}

/** The conditions of a filter. */
export const recoveryConditions = (filter: RecoveryFilter | null): readonly Condition[] => [
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.dueBefore ? [condition('row.due_on < $1', filter.dueBefore)] : []),
];

@InputType('OpenRecoveryInput', described('追回已支付的补贴', 'What was paid, to be claimed back'))
export class OpenRecoveryInput extends KeyedInput {
  @Field(() => ID, described('效力之中的违规认定', 'The finding, which must be in force'))
  findingId!: string;

  @Field(() => String, described('支付的地区，代码或名称', 'The region that paid, code or Chinese name'))
  region!: string;

  @Field(() => String, described('追回通知的文号', 'Number of the notice'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('通知日，不晚于今天', 'The day of the notice, not after today'))
  noticedOn!: string;
}

@InputType('RecordRepaymentInput', described('登记退还到账', 'Money that arrived'))
export class RecordRepaymentInput extends KeyedInput {
  @Field(() => ID, described('追回', 'The recovery'))
  recoveryId!: string;

  @Field(() => MoneyCNY, described('金额', 'Amount'))
  amount!: string;

  @Field(() => CalendarDay, described('到账日，不晚于今天', 'The day on which it arrived, not after today'))
  receivedOn!: string;

  @Field(() => String, described('凭证号，每个地区不重复', 'Number of the voucher, once in a region'))
  documentNumber!: string;
}

@InputType('ChangeRecoveryInput', described('中止、恢复或撤销追回', 'A recovery to be suspended, resumed or cancelled'))
export class ChangeRecoveryInput extends KeyedInput {
  @Field(() => ID, described('追回', 'The recovery'))
  recoveryId!: string;

  @Field(() => String, described('理由，不写姓名', 'The reason, without names'))
  reason!: string;

  @Field(() => CalendarDay, described('日期，不晚于今天', 'The day, not after today'))
  on!: string;
}
