import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { verifyQuote } from '../operations/quotes/verify-quote.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { QuoteKeySetType, quoteKeySetView, QuoteVerificationType, quoteVerificationView } from './types/quote-verification.type.js';

@Resolver()
export class QuoteVerificationResolver {
  @Query(
    () => QuoteKeySetType,
    described('核对报价签名的公钥，可据此离线核对', 'The public keys that verify the signatures of quotes, also without this service'),
  )
  quoteKeys(@Ctx() { workplace }: ServiceContext) {
    return quoteKeySetView(workplace.quoteKeys);
  }

  @Query(
    () => QuoteVerificationType,
    described(
      '核对报价：真伪、有效期，以及现在再算是否相同、差额和原因',
      'Verifies a quote: whether it is genuine and holds, and whether it says the same now, else the difference and its cause',
    ),
  )
  async quoteVerification(
    @Arg('token', () => String, described('报价的 token，最多 250000 个字符', 'The token of a quote, at most 250,000 characters'))
    token: string,
    @Ctx() { desk, workplace }: ServiceContext,
  ) {
    return quoteVerificationView(await verifyQuote(desk, workplace.quoteKeys, token), (on) => desk.ruleBook({ on }));
  }
}
