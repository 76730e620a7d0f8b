import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { maskedAccount } from '../../policy/payees/account-number.js';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { PayeeAccountRow } from '../../store/rows/payee-account-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { publishedEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

export const PayeeAccountStatusEnum = publishedEnum('PayeeAccountStatus', '收款账户状态', 'State of a payee account', {
  PROPOSED: ['待批准', 'Waiting for approval'],
  APPROVED: ['已批准，补贴付至此账户', 'Approved: the subsidy is paid to it'],
  REJECTED: ['未批准', 'Rejected'],
  REPLACED: ['已由新账户取代', 'Another one has taken its place'],
});

@ObjectType('PayeeAccount', {
  implements: NodeType,
  ...described('培训机构的收款账户（四(一)2，直补培训机构）', 'The account to which a training institution is paid; never a trainee'),
  simpleResolvers: true,
})
export class PayeeAccountType extends NodeType {
  @Field(() => Int, described('提出年度', 'The year in which it was proposed'))
  year!: number;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'The training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => String, described('户名，即培训机构全称', 'Holder: the full name of the institution'))
  holder!: string;

  @Field(() => String, described('开户银行', 'Bank'))
  bankName!: string;

  @Field(() => String, { nullable: true, ...described('联行号', 'Bank code') })
  bankCode!: string | null;

  @Field(() => String, described('账号，只显示末四位', 'Account number: its last four digits'))
  maskedNumber!: string;

  @Field(() => String, described('依据的文号', 'Document number'))
  documentNumber!: string;

  @Field(() => PayeeAccountStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, described('提出人', 'Who proposed it'))
  proposedBy!: string;

  @Field(() => CalendarDay, described('提出日期', 'The day on which it was proposed'))
  proposedOn!: string;

  @Field(() => String, { nullable: true, ...described('审批人', 'Who decided') })
  decidedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('审批日期', 'The day of the decision') })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, ...described('不批准的理由', 'Why it was rejected') })
  decisionNote!: string | null;
}

/** An account as the API shows it. */
export const payeeAccountView = (book: RuleBook, { numberTail, ...row }: PayeeAccountRow): PayeeAccountType => {
  const view = {
    ...row,
    __typename: 'PayeeAccount',
    id: nodeId('PayeeAccount', row.id),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
    maskedNumber: maskedAccount(numberTail),
  };
  return view;
};

export const PayeeAccountConnectionType = connectionType('PayeeAccount', '收款账户', 'payee account', () => PayeeAccountType);
export const PayeeAccountPayloadType = payloadType(
  'PayeeAccountPayload',
  'payeeAccount',
  () => PayeeAccountType,
  '收款账户',
  'payee account',
);

@InputType('PayeeAccountFilter', described('收款账户的筛选；各项须同时满足', 'Which payee accounts; all parts must hold'))
export class PayeeAccountFilter {
  @Field(() => String, { nullable: true, ...described('培训机构代码', 'Code of the training institution') })
  institution?: string | null;

  @Field(() => PayeeAccountStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;
}

/** The conditions of a filter. */
export const payeeAccountConditions = (filter: PayeeAccountFilter | null): readonly Condition[] => [
  ...(typeof filter?.institution === 'string' ? [condition('row.institution_code = $1', filter.institution)] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
];

@InputType(
  'ProposePayeeAccountInput',
  described('提出收款账户，首次或变更', 'A payee account to be proposed, the first one or another one'),
)
export class ProposePayeeAccountInput extends KeyedInput {
  @Field(() => String, described('培训机构，代码或全称', 'Training institution, code or full Chinese name'))
  institution!: string;

  @Field(() => String, described('户名，须为培训机构全称', 'Holder: the full name of the institution'))
  holder!: string;

  @Field(() => String, described('开户银行', 'Bank'))
  bankName!: string;

  @Field(() => String, {
    nullable: true,
    ...described('联行号，8 至 14 位大写字母或数字', 'Bank code: 8 to 14 capital letters or digits'),
  })
  bankCode?: string | null;

  @Field(
    () => String,
    described(
      '账号，8 至 30 位数字，空格和连字符不计；加密保存，只显示末四位',
      'Account number of 8 to 30 digits, blanks and dashes aside; kept encrypted, only its last four digits are shown',
    ),
  )
  accountNumber!: string;

  @Field(() => String, described('开户证明或申请的文号', "Number of the bank's certificate or of the request"))
  documentNumber!: string;

  @Field(() => CalendarDay, described('提出日期，不晚于今天', 'The day of the proposal, not after today'))
  proposedOn!: string;
}

@InputType('ApprovePayeeAccountInput', described('批准收款账户', 'The approval of a payee account'))
export class ApprovePayeeAccountInput extends KeyedInput {
  @Field(() => ID, described('收款账户', 'The payee account'))
  payeeAccountId!: string;

  @Field(() => CalendarDay, described('审批日期，不晚于今天', 'The day of the decision, not after today'))
  decidedOn!: string;
}

@InputType('RejectPayeeAccountInput', described('不批准收款账户', 'The rejection of a payee account'))
export class RejectPayeeAccountInput extends ApprovePayeeAccountInput {
  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
