import type { EntityManager } from 'typeorm';
import { type Fund, FUNDS } from '../../ledger/fund-accounts.js';
import { type FundUsage, fundUsage, NO_FUNDS, sumOfFunds } from '../../ledger/fund-usage.js';
import { fenOfYuan } from '../../money/whole-fen.js';
import { fundSums, type FundSums } from '../../store/appropriations.js';

/** How one fund of a region stands, in fen. */
export interface RegionFund extends FundUsage {
  readonly regionCode: string;
  readonly fund: Fund;
}

export interface FundsOfYear {
  readonly year: number;
  /** both funds of every region asked for, in the order of the regions and of their use */
  readonly accounts: readonly RegionFund[];
  readonly total: FundUsage;
}

/**
 * How the funds of regions stand in a year, with their total, as of one moment.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q34
 */
export async function fundsOfYear(manager: EntityManager, year: number, regionCodes: readonly string[]): Promise<FundsOfYear> {
  const sums = await fundSums(manager, year, regionCodes);
  const accounts = regionCodes.flatMap((regionCode) =>
    FUNDS.map((fund): RegionFund => {
      const found = sums.find((row) => row.regionCode === regionCode && row.fund === fund);
      return { regionCode, fund, ...(found === undefined ? NO_FUNDS : usageOf(found)) };
    }),
  );
  return { year, accounts, total: sumOfFunds(accounts) };
}

const usageOf = (sums: FundSums): FundUsage =>
  fundUsage({
    debitsPending: fenOfYuan(sums.debitsPending),
    debitsPosted: fenOfYuan(sums.debitsPosted),
    creditsPosted: fenOfYuan(sums.creditsPosted),
    appropriated: fenOfYuan(sums.appropriated),
    carriedIn: fenOfYuan(sums.carriedIn),
    carriedOut: fenOfYuan(sums.carriedOut),
    recovered: fenOfYuan(sums.recovered),
  });
