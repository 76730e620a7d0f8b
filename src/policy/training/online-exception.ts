import type { Actor } from '../access/actor.js';
import { readingOf } from '../readings.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import type { RuleBook } from '../rule-book.js';
import { actsFor, type Authority, roleOf } from './authority.js';
import { type OnlineGate } from './online-gate.js';
import type { SupervisedRun } from './supervised-run.js';

const AUTHORITIES = { TRAINEE_REGION_HR: 'REGION', PROVINCE_HR: 'PROVINCE', NO_EXCEPTION: null } as const satisfies Readonly<
  Record<string, Authority | null>
>;
const OPEN: readonly SupervisedRun['status'][] = ['FILED', 'APPROVED', 'STARTED', 'FINISHED'];

/** An exception as it is asked for. */
export interface ExceptionRequest {
  /** the version of the run that was seen */
  readonly version: number;
  readonly grantedOn: string;
}

/**
 * Every reason why an exception to the online share limit cannot be granted. The region of the trainees is the one that organises the run (Q06). Whoever filed, changed or
 * approved the run may not; `involved` are these persons. Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一); Q17 (AMB-11)
 */
export function exceptionRefusals(
  book: RuleBook,
  actor: Actor,
  run: SupervisedRun,
  gate: OnlineGate,
  involved: readonly string[],
  { version, grantedOn }: ExceptionRequest,
): readonly Refusal[] {
  const authority = AUTHORITIES[readingOf(book, 'evidence.onlineException')];
  if (authority === null) return [refuseSupervision('EXCEPTION_NOT_ALLOWED')];
  const region = run.regionCode;
  if (!actsFor(actor, authority, 'reviewer', region))
    return [refuseSupervision('EXCEPTION_AUTHORITY', null, { authority: roleOf(authority, 'reviewer'), region })];
  if (!OPEN.includes(run.status)) return [refuseRun('RUN_STATUS', 'courseRunId', { found: run.status, expected: OPEN })];
  if (version !== run.version) return [refuseRun('STALE_VERSION', 'version', { expected: version, found: run.version })];
  const refusals: Refusal[] = [];
  if (involved.includes(actor.person))
    refusals.push(
      refuseRun('SAME_PERSON', null, {
        act: 'grantOnlineException',
        earlierAct: actor.person === run.filedBy ? 'fileCourseRun' : earlierActOf(actor, run),
      }),
    );
  if (gate.status !== 'HOLD')
    refusals.push(
      refuseSupervision('EXCEPTION_NOT_NEEDED', 'courseRunId', { found: gate.status, expected: ['HOLD'], percent: gate.percent }),
    );
  if (grantedOn < run.filedOn)
    refusals.push(refuseRun('NOT_BEFORE', 'grantedOn', { act: 'grantedOn', on: grantedOn, before: run.filedOn }));
  return refusals;
}

const earlierActOf = ({ person }: Actor, { decidedBy }: SupervisedRun): string =>
  person === decidedBy ? 'approveCourseRun' : 'changeCourseRun';
