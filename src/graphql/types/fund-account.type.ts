import { Field, Int, ObjectType } from 'type-graphql';
import type { FundUsage } from '../../ledger/fund-usage.js';
import { yuanOfFen } from '../../money/whole-fen.js';
import type { FundsOfYear } from '../../operations/funds/fund-accounts.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { MoneyCNY } from '../scalars/scalars.js';
import { FundSourceEnum } from './calculator-enums.js';
import { RegionType, regionView } from './region.type.js';

@ObjectType('FundBalance', {
  ...described(
    '资金情况；拨入 + 结转入 + 追回 = 承付 + 已付 + 结转出 + 可用',
    'How funds stand; appropriated + carriedIn + recovered = committed + paid + carriedOut + available',
  ),
  simpleResolvers: true,
})
export class FundBalanceType {
  @Field(() => MoneyCNY, described('拨入：期初余额、拨款和追加，扣除已冲销的', 'Brought in by documents, less what was taken back'))
  appropriated!: string;

  @Field(() => MoneyCNY, described('上年结转入', 'Carried over from the year before'))
  carriedIn!: string;

  @Field(() => MoneyCNY, described('已承付、尚未支付', 'Held for approved claims that are not paid'))
  committed!: string;

  @Field(() => MoneyCNY, described('已支付', 'Paid out of it'))
  paid!: string;

  @Field(() => MoneyCNY, described('追回：机构退还的，可能为往年支付', 'What came back of what was paid, be it in another year'))
  recovered!: string;

  @Field(() => MoneyCNY, described('结转下年', 'Carried over to the next year'))
  carriedOut!: string;

  @Field(() => MoneyCNY, described('可用', 'Available'))
  available!: string;
}

@ObjectType('FundAccount', { ...described('一个地区一年的一项资金', 'One fund of a region in a year'), simpleResolvers: true })
export class FundAccountType extends FundBalanceType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => FundSourceEnum, described('资金来源', 'Fund'))
  fund!: string;

  @Field(() => Int, described('年度', 'Fiscal year'))
  year!: number;
}

@ObjectType('FundAccounts', { ...described('某年的资金情况', 'How the funds of a year stand'), simpleResolvers: true })
export class FundAccountsType {
  @Field(() => Int, described('年度', 'Fiscal year'))
  year!: number;

  @Field(
    () => [FundAccountType],
    described('各地区的两项资金，按附件7 次序和使用次序', 'Both funds of each region, in the order of Annex 7 and of their use'),
  )
  accounts!: readonly FundAccountType[];

  @Field(() => FundBalanceType, described('所列各项的合计', 'All of these together'))
  total!: FundBalanceType;
}

const balanceView = (usage: FundUsage) => ({
  appropriated: yuanOfFen(usage.appropriated),
  carriedIn: yuanOfFen(usage.carriedIn),
  committed: yuanOfFen(usage.committed),
  paid: yuanOfFen(usage.paid),
  recovered: yuanOfFen(usage.recovered),
  carriedOut: yuanOfFen(usage.carriedOut),
  available: yuanOfFen(usage.available),
});

/** The funds of a year as the API shows them. */
export const fundAccountsView = (book: RuleBook, { year, accounts, total }: FundsOfYear): FundAccountsType => ({
  year,
  accounts: accounts.map((account) => ({
    ...balanceView(account),
    region: regionView(book, account.regionCode),
    fund: account.fund,
    year,
  })),
  total: balanceView(total),
});
