import { invariant } from '../money/invariant.js';

/** What is known of a fund's account of a year, in fen: its counters, and what documents brought, moved in and moved on. */
export interface FundMovements {
  readonly debitsPending: bigint;
  readonly debitsPosted: bigint;
  readonly creditsPosted: bigint;
  readonly appropriated: bigint;
  readonly carriedIn: bigint;
  readonly carriedOut: bigint;
  /** what repayments brought back */
  readonly recovered: bigint;
}

/** How a fund stands, in fen. appropriated + carriedIn + recovered = committed + paid + carriedOut + available, always. */
export interface FundUsage {
  /** by documents that stand: openings, appropriations and top-ups that were not taken back */
  readonly appropriated: bigint;
  readonly carriedIn: bigint;
  /** held for approved claims that are not paid */
  readonly committed: bigint;
  /** paid out of it */
  readonly paid: bigint;
  /** what came back into it of what was paid, be it in another year */
  readonly recovered: bigint;
  readonly carriedOut: bigint;
  readonly available: bigint;
}

/**
 * How a fund stands. What left the account and was neither carried over nor taken back has been paid; a payment below zero is a bug of the books.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0017-payees-and-funds.md
 */
export const fundUsage = ({ debitsPending, debitsPosted, creditsPosted, ...documents }: FundMovements): FundUsage => {
  const { appropriated, carriedIn, carriedOut, recovered } = documents;
  const paid = debitsPosted - creditsPosted + appropriated + carriedIn + recovered - carriedOut;
  invariant(paid >= 0n, `a fund has paid ${paid} fen`);
  return { ...documents, committed: debitsPending, paid, available: creditsPosted - debitsPending - debitsPosted };
};

export const NO_FUNDS: FundUsage = {
  appropriated: 0n,
  carriedIn: 0n,
  committed: 0n,
  paid: 0n,
  recovered: 0n,
  carriedOut: 0n,
  available: 0n,
};

/** Several funds taken together. */
export const sumOfFunds = (usages: readonly FundUsage[]): FundUsage =>
  usages.reduce(
    (sum, usage) => ({
      appropriated: sum.appropriated + usage.appropriated,
      carriedIn: sum.carriedIn + usage.carriedIn,
      committed: sum.committed + usage.committed,
      paid: sum.paid + usage.paid,
      recovered: sum.recovered + usage.recovered,
      carriedOut: sum.carriedOut + usage.carriedOut,
      available: sum.available + usage.available,
    }),
    NO_FUNDS,
  );
