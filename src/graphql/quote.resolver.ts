import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { issueQuote } from '../operations/quotes/issue-quote.js';
import { readQuotes } from '../store/quotes.js';
import type { QuoteRow } from '../store/rows/quote-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { RowPageArguments } from './types/page.type.js';
import { IssueQuoteInput, quoteConditions, QuoteConnectionType, QuoteFilter, QuotePayloadType, quoteView } from './types/quote.type.js';

/** Quotes as the API shows them, under the rules of the day that they were made under. */
export const quoteViewIn =
  ({ desk }: ServiceContext) =>
  (row: QuoteRow) =>
    quoteView(desk.ruleBook({ on: row.statement.rulesOn }), row);

@Resolver()
export class QuoteResolver {
  @Query(() => QuoteConnectionType, described('权限范围内的报价，按出具先后', 'The quotes within reach, in the order of their issue'))
  async quotes(
    @Arg('filter', () => QuoteFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: QuoteFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const rows = await readQuotes(manager, reachFor(context, 'quotes'), quoteConditions(filter), rowPageOf('Quote', page));
    return rowConnection('Quote', rows, quoteViewIn(context));
  }

  @Mutation(
    () => QuotePayloadType,
    described(
      '出具报价：按补贴测算，经签名，有有效期，锁定所依据的规则。报价不是付款承诺。机构为自己申请，部门为所辖地区申请',
      'Issue a quote: a subsidy estimate, signed, expiring, pinned to its rules. It is no promise to pay. An institution asks for itself, a bureau for its regions',
    ),
  )
  issueQuote(
    @Arg('input', () => IssueQuoteInput, described('内容', 'What is asked')) input: IssueQuoteInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'quote', issueQuote, input, quoteViewIn(context));
  }
}
