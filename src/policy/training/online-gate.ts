import { exact } from '../../money/exact.js';
import { exceedsShare, hourUnits, reachesShare, shareOf } from '../../money/hour-units.js';
import { sharePercent } from '../../money/percent.js';
import type { Citation } from '../figure.js';
import { exceedsOnlineShare } from '../online-share.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { type RunHours, totalHoursOf, totalUnitsOf } from './supervised-run.js';

/** How a run stands to the online share limit. */
export interface OnlineGate {
  /** two decimals, for display: the decision compares exactly */
  readonly percent: string;
  readonly limitPercent: string;
  /** OK within the limit; above it HOLD, or RELEASED by an exception that covers the present share */
  readonly status: 'OK' | 'HOLD' | 'RELEASED';
  /** within the limit and at or above the share at which we point it out */
  readonly isNear: boolean;
  readonly clause: string;
  readonly citation: Citation;
}

/**
 * Whether an exception covers the hours as they are now: what was granted for a share holds for it and for less, so a later change that raises the share holds again.
 * Source: 辽人社发〔2023〕36号, 四(一); our design, docs/decisions/0013-supervision.md
 */
export const coversShare = (granted: RunHours, now: RunHours): boolean =>
  !exceedsShare(hourUnits(now.onlineHours), totalUnitsOf(now), {
    numerator: hourUnits(granted.onlineHours),
    denominator: totalUnitsOf(granted),
  });

/**
 * How a run stands to the online share limit, measured over the whole run; exactly the limit is allowed. Throws READING_NOT_COMPUTED where a reading of Q18 is in force
 * that measures otherwise.
 * Source: 辽人社发〔2023〕36号, 四(一); Q17, Q18 (AMB-11)
 */
export function onlineGate(book: RuleBook, run: RunHours, exceptions: readonly RunHours[]): OnlineGate {
  readingOf(book, 'evidence.onlineScope');
  const { citation, value } = book.figure('ONLINE_SHARE_MAX', 'ALL');
  const total = totalHoursOf(run);
  const exceeds = exceedsOnlineShare(book, run.onlineHours, total);
  const isReleased = exceptions.some((granted) => coversShare(granted, run));
  return {
    percent: sharePercent(exact(run.onlineHours), exact(total)),
    limitPercent: sharePercent(exact(value ?? ''), exact(1)),
    status: exceeds ? (isReleased ? 'RELEASED' : 'HOLD') : 'OK',
    isNear: !exceeds && reachesShare(hourUnits(run.onlineHours), totalUnitsOf(run), nearShare(book)),
    clause: citation.clause,
    citation,
  };
}

const nearShare = (book: RuleBook) => shareOf(book.figure('ALERT_SHARE', 'ONLINE').value ?? '');
