import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { quoteTokenOf } from '../../operations/quotes/quote-token.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { QuoteRow } from '../../store/rows/quote-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { nodeId } from '../../policy/node-id.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { QuoteStatementType, quoteStatementView } from './quote-statement.type.js';
import { ReceiptType } from './receipt.type.js';
import { SubsidyEstimateLineInput } from './subsidy-estimate.type.js';
import { KeyedInput } from './keyed-input.type.js';

@ObjectType('Quote', {
  implements: NodeType,
  ...described(
    '报价：经签名、有有效期的补贴测算。报价不是付款承诺，不占用名额和资金',
    'A quote: a signed, expiring subsidy estimate. It is no promise to pay, and takes neither places nor money',
  ),
  simpleResolvers: true,
})
export class QuoteType extends QuoteStatementType {
  id!: string;

  @Field(() => ReceiptType, described('测算的回执', 'The receipt of the estimate'))
  receipt!: ReceiptType;

  @Field(
    () => String,
    described(
      '签名后的报价（紧凑 JWS，EdDSA），持有人可出示，任何人可用 quoteKeys 核对',
      'The signed quote (compact JWS, EdDSA): its holder shows it, anybody verifies it with quoteKeys',
    ),
  )
  token!: string;

  @Field(() => String, described('出具人', 'Who issued it'))
  issuedBy!: string;
}

/** A quote as the API shows it; its token is put together where it is asked for. */
export const quoteView = (book: RuleBook, row: QuoteRow): QuoteType => {
  const view = {
    ...quoteStatementView(book, row.statement),
    __typename: 'Quote',
    id: nodeId('Quote', row.id),
    receipt: { suite: 'sha256', hash: row.receiptHash, canonical: row.receipt },
    get token(): string {
      return quoteTokenOf(row);
    },
    issuedBy: row.issuedBy,
  };
  return view;
};

export const QuoteConnectionType = connectionType('Quote', '报价', 'quote', () => QuoteType);
export const QuotePayloadType = payloadType('QuotePayload', 'quote', () => QuoteType, '报价', 'quote');

@InputType('QuoteFilter', described('报价的筛选；各项须同时满足', 'Which quotes; all parts must hold'))
export class QuoteFilter {
  @Field(() => Int, { nullable: true, ...described('出具年度', 'Calendar year of issue') })
  year?: number | null;

  @Field(() => String, { nullable: true, ...described('地区代码，如 LN-210100', 'Code of the region, such as LN-210100') })
  region?: string | null;

  @Field(() => String, { nullable: true, ...described('培训机构代码，如 TI-DUT', 'Code of the training institution, such as TI-DUT') })
  institution?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('在这一天仍然有效', 'Those that still hold on this day') })
  holdsOn?: string | null;
}

/** The conditions of a filter. */
export const quoteConditions = (filter: QuoteFilter | null): readonly Condition[] => [
  ...(filter?.year ? [condition('row.year = $1', filter.year)] : []),
  ...(filter?.region ? [condition('row.region_code = $1', filter.region)] : []),
  ...(filter?.institution ? [condition('row.institution_code = $1', filter.institution)] : []),
  ...(filter?.holdsOn ? [condition('row.issued_on <= $1 AND row.expires_on >= $1', filter.holdsOn)] : []),
];

@InputType('IssueQuoteInput', described('要报价的内容，与补贴测算相同', 'What a quote is asked for, as in a subsidy estimate'))
export class IssueQuoteInput extends KeyedInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则，不晚于今天；不填为今天', 'The day whose rules apply, not after today; left out means today'),
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('地区代码或名称；部门须填所辖地区', 'Region code or name; a bureau names one of its own'),
  })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('培训机构代码或全称；机构须填自己', 'Training institution, code or exact name; an institution names itself'),
  })
  institution?: string | null;

  @Field(() => [SubsidyEstimateLineInput], described('各行；相同的行须合并', 'The lines; equal lines must be made one'))
  lines!: SubsidyEstimateLineInput[];
}
