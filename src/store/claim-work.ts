import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import type { ClaimStatus } from '../policy/claims/claim-status.js';
import { claimWithin } from './claims.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { claimRow, type ClaimRow } from './rows/claim-row.js';
import { allOf, condition } from './select-rows.js';

/** Which claims wait for somebody. */
export interface WorkQuestion {
  readonly statuses: readonly ClaimStatus[];
  /** only what is due before this day; null: all */
  readonly dueBefore: string | null;
  /** days after the approval at which an unpaid claim is due; null: it never is */
  readonly alertDays: number | null;
}

/** The day on which a claim is due: after its notice, or so many days after its approval; null where no clock runs. */
const DUE_ON = `CASE WHEN row.status = 'ON_NOTICE' THEN row.notice_until + 1 ELSE row.approved_on + $2::int END`;

/**
 * The claims within reach that wait in some states, page by page; with `dueBefore` only those whose clock ends before that day.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const waitingClaims = (
  manager: EntityManager,
  reach: Reach,
  { statuses, dueBefore, alertDays }: WorkQuestion,
  page: RowPageRequest,
): Promise<RowPage<ClaimRow>> => {
  const due = dueBefore === null ? condition('true') : condition(`${DUE_ON} < $1::date`, dueBefore, alertDays);
  return readPage(manager, claimRow, allOf(condition('row.status = ANY($1::text[])', statuses), due, claimWithin(reach)), page);
};
