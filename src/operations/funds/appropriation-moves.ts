import { appropriate, carriedTo, carryOver, reverseAppropriation } from '../../ledger/fund-accounts.js';
import type { TransferRequest } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { fenOfYuan, yuanOfFen } from '../../money/whole-fen.js';
import { refuseFunds } from '../../policy/refusals/funds.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import type { Act } from '../acting/act.js';
import { fundsOfYear } from './fund-accounts.js';
import { type FundBook, type FundShortage, loadFunds } from './move-funds.js';

/** What an appropriation moves, with the accounts locked that it moves between. */
export interface AppropriationMoves {
  readonly funds: FundBook;
  readonly requests: readonly TransferRequest[];
}

/** What of an appropriation decides what it moves. */
export type Movable = Pick<AppropriationRow, 'year' | 'regionCode' | 'fund' | 'cause' | 'amount'>;

/**
 * Locks the accounts that an appropriation moves money between, and says what it moves; of a reversal, with what it takes back.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0017-payees-and-funds.md
 */
export async function loadMoves(act: Pick<Act, 'manager'>, row: Movable, reversed: AppropriationRow | null): Promise<AppropriationMoves> {
  const { regionCode, year, fund, cause } = row;
  const pool = { regionCode, year };
  const nextYears = [cause, reversed?.cause].includes('CARRY_OVER') ? [carriedTo(pool, fund)] : [];
  const transferId = reversed?.transferId ?? null;
  const funds = await loadFunds(act, pool, { accounts: nextYears, past: transferId === null ? [] : [transferId] });
  if (cause === 'REVERSAL') {
    invariant(transferId !== null, 'what is taken back was moved');
    return { funds, requests: [reverseAppropriation(transferId)] };
  }
  const amount = fenOfYuan(row.amount);
  return { funds, requests: [cause === 'CARRY_OVER' ? carryOver(pool, fund, amount) : appropriate(pool, fund, amount)] };
}

/**
 * Why an appropriation cannot move its money: there is less than is to be carried over, or what is to be taken back is committed or paid.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0017-payees-and-funds.md
 */
export async function shortageOf(
  { manager }: Pick<Act, 'manager'>,
  { cause }: Movable,
  field: string,
  shortage: FundShortage,
): Promise<Refusal> {
  const { fund, regionCode: region, year } = shortage;
  const facts = { fund, region, year, asked: yuanOfFen(shortage.asked), available: yuanOfFen(shortage.available) };
  if (cause !== 'REVERSAL') return refuseFunds('FUNDS_SHORT', field, facts);
  const { accounts } = await fundsOfYear(manager, year, [region]);
  const account = accounts.find((one) => one.fund === fund);
  const committed = yuanOfFen(account?.committed ?? 0n);
  return refuseFunds('FUNDS_COMMITTED', field, { ...facts, committed, paid: yuanOfFen(account?.paid ?? 0n) });
}
