import type { z } from 'zod';
import { noticeDays, noticeUntil } from '../../policy/claims/public-notice.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Publishes a reviewed claim from today on, for the working days that the reading in force of Q40 names, the day of publication not counted. Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED,
 * CALENDAR_YEAR_UNKNOWN.
 * Source: Q40; our design, docs/decisions/0018-claims.md
 */
export const publishClaim: Operation<z.infer<typeof claimStep>, ClaimRow> = {
  name: 'publishClaim',
  input: claimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'publishClaim', step);
    if (ready.kind === 'refused') return ready;
    const book = act.desk.ruleBook({ on: act.today, region: ready.claim.regionCode });
    const until = noticeUntil(book, act.today, noticeDays(book));
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, changes: { noticeFrom: act.today, noticeUntil: until } });
  },
};
