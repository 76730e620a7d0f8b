import { available } from '../../ledger/account.js';
import { commitFunds, FUNDS, type Fund, fundAccount, releaseCommitted } from '../../ledger/fund-accounts.js';
import { invariant } from '../../money/invariant.js';
import { fenOfYuan, yuanOfFen } from '../../money/whole-fen.js';
import { yearOf } from '../../policy/calendar-day.js';
import { readingOf } from '../../policy/readings.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { committedPendings } from '../../store/committed-pendings.js';
import { firstWaitingClaim } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Act } from '../acting/act.js';
import { loadFunds, moveFunds } from '../funds/move-funds.js';
import type { AssessedClaim } from './assess-claims.js';

/** The funds of a claim are committed; or why they are not yet. */
export type ClaimFunding = { readonly kind: 'committed' } | { readonly kind: 'waiting'; readonly why: Refusal };

/**
 * Commits what is due of a claim on the funds of its region and of this year, all of it or nothing, and not before an earlier approved claim that waits.
 * The funds are locked first, so that two claims of a region are looked at one after the other.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q33; our design, docs/decisions/0019-payments.md
 */
export async function commitClaim(act: Act, claim: ClaimRow, { lines, amount }: AssessedClaim): Promise<ClaimFunding> {
  const { today: on } = act;
  const pool = { regionCode: claim.regionCode, year: yearOf(on) };
  const funds = await loadFunds(act, pool);
  const first = await firstWaitingClaim(act.manager, claim.regionCode);
  if (first !== null && first.id !== claim.id)
    return { kind: 'waiting', why: refuseClaim('EARLIER_CLAIM_WAITS', 'claimId', { since: first.approvedOn }) };
  const balanceOf = (fund: Fund): bigint => {
    const account = funds.book.accounts.get(fundAccount(pool, fund));
    invariant(account !== undefined, `the account of ${fund} is locked`);
    return available(account);
  };
  const balances = { SPECIAL_ACCOUNT: balanceOf('SPECIAL_ACCOUNT'), EMPLOYMENT_SUBSIDY: balanceOf('EMPLOYMENT_SUBSIDY') };
  const payable = lines.flatMap(({ enrolmentId, due }) => {
    const fen = fenOfYuan(due);
    return fen > 0n ? [{ enrolmentId, courseRunId: claim.courseRunId, amount: fen }] : [];
  });
  const method = readingOf(act.desk.ruleBook({ on, region: claim.regionCode }), 'fund.split');
  const committed = commitFunds(pool, payable, balances, method);
  if (committed.kind === 'short') {
    const there = FUNDS.reduce((sum, fund) => sum + balances[fund], 0n);
    const facts = { asked: amount, available: yuanOfFen(there), missing: yuanOfFen(committed.missing) };
    return { kind: 'waiting', why: refuseClaim('FUNDS_SHORT', 'claimId', facts) };
  }
  const moved = await moveFunds(act, funds, committed.requests);
  invariant(moved.kind === 'moved', 'what was decided under the locks of the funds is there');
  return { kind: 'committed' };
}

/**
 * Gives back to the funds what was committed for a claim.
 * Source: our design, docs/decisions/0019-payments.md
 */
export async function releaseClaim(act: Act, claim: ClaimRow): Promise<void> {
  const commitments = await committedPendings(act.manager, [claim.id]);
  if (commitments.pendings.length === 0) return;
  const funds = await loadFunds(act, { regionCode: claim.regionCode, year: yearOf(act.today) }, commitments);
  const moved = await moveFunds(act, funds, releaseCommitted([...funds.book.pendings.values()]));
  invariant(moved.kind === 'moved', 'what is committed can be given back');
}
