import type { Actor } from '../access/actor.js';
import { readingOf } from '../readings.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import type { RuleBook } from '../rule-book.js';
import { actsFor, type Authority, roleOf } from './authority.js';
import type { SupervisedRun } from './supervised-run.js';
import { superviseRefusals, type SupervisingRegions } from './supervising-region.js';

/** Against whom a violation is found: one trainee, or the class. Source: 辽人社发〔2023〕36号, 五(一) */
export const FINDING_SCOPES = ['PERSON', 'CLASS'] as const;
export type FindingScope = (typeof FINDING_SCOPES)[number];

/** What a finding says of whom it concerns and when. */
export interface FindingFacts {
  readonly courseRunId: string;
  readonly scope: FindingScope;
  /** null for a class */
  readonly enrolmentId: string | null;
  /** the region that decided */
  readonly regionCode: string;
  readonly decidedOn: string;
  /** from this day it holds no more; null while it stands */
  readonly liftedOn: string | null;
}

/** A trainee in a course run, as a finding can concern one. */
export interface FoundTrainee {
  readonly courseRunId: string;
  readonly enrolmentId: string;
  /** the trainee's region */
  readonly regionCode: string;
  /** the region that organises the run */
  readonly organisingRegionCode: string;
}

/** The findings in force on a day: from the day of the decision to the day before it is lifted. Source: 辽人社发〔2023〕36号, 五(一) */
export const findingsInForce = <Finding extends FindingFacts>(findings: readonly Finding[], on: string): readonly Finding[] =>
  findings.filter(({ decidedOn, liftedOn }) => decidedOn <= on && (liftedOn === null || on < liftedOn));

/**
 * Whether a finding concerns a trainee. One on a person concerns that enrolment. One on a class concerns all its trainees where the organising region decided, which answers
 * for the run as such; and else the deciding region's own, since each region supervises and pays for its own (AMB-10) and gets back what it paid (AMB-19).
 * Source: 辽人社发〔2023〕36号, 五(一), 五(三); our design, docs/decisions/0013-supervision.md
 */
export function concernsTrainee(finding: FindingFacts, trainee: FoundTrainee): boolean {
  if (finding.courseRunId !== trainee.courseRunId) return false;
  if (finding.scope === 'PERSON') return finding.enrolmentId === trainee.enrolmentId;
  return finding.regionCode === trainee.organisingRegionCode || finding.regionCode === trainee.regionCode;
}

/** The findings in force on a day that bar a trainee's subsidy. Source: 辽人社发〔2023〕36号, 五(一) */
export const findingsAgainst = <Finding extends FindingFacts>(
  findings: readonly Finding[],
  trainee: FoundTrainee,
  on: string,
): readonly Finding[] => findingsInForce(findings, on).filter((finding) => concernsTrainee(finding, trainee));

const AUTHORITIES = { DECISION_OF_SUPERVISING_HR: 'REGION', PROVINCE_DECIDES: 'PROVINCE' } as const satisfies Readonly<
  Record<string, Authority>
>;

/** Why an actor may not find or lift a violation for a region; none where it may. Throws READING_NOT_COMPUTED. Source: Q44 */
function authorityRefusals(book: RuleBook, actor: Actor, rank: 'officer' | 'reviewer', region: string): readonly Refusal[] {
  const authority = AUTHORITIES[readingOf(book, 'sanction.procedure')];
  if (actsFor(actor, authority, rank, region)) return [];
  return [refuseSupervision('FINDING_AUTHORITY', null, { authority: roleOf(authority, rank), region })];
}

/** A finding as it is reported, with what the store knows of it. */
export interface FindingReport extends SupervisingRegions {
  readonly decidedOn: string;
  readonly documentNumber: string;
  /** region of the trainee of a finding on a person; null for a class */
  readonly traineeRegion: string | null;
  /** whether the same document already stands against the same subject */
  readonly isKnown: boolean;
}

/** Every reason why a finding cannot be recorded so. Throws READING_NOT_COMPUTED. Source: 辽人社发〔2023〕36号, 五(一), 五(三); Q44 */
export function findingRefusals(book: RuleBook, actor: Actor, run: SupervisedRun, report: FindingReport): readonly Refusal[] {
  const { regionCode: region, decidedOn, documentNumber: document, traineeRegion, isKnown } = report;
  const refusals = [...authorityRefusals(book, actor, 'officer', region), ...superviseRefusals(run, report)];
  if (traineeRegion !== null && traineeRegion !== region)
    refusals.push(refuseSupervision('TRAINEE_OF_ANOTHER_REGION', 'enrolmentId', { found: traineeRegion, region }));
  if (decidedOn < run.filedOn)
    refusals.push(refuseRun('NOT_BEFORE', 'decidedOn', { act: 'decidedOn', on: decidedOn, before: run.filedOn }));
  if (isKnown) refusals.push(refuseSupervision('FINDING_KNOWN', 'documentNumber', { document }));
  return refusals;
}

/** Every reason why a finding cannot be lifted so: by another person than who recorded it, once, not before it was made. Throws READING_NOT_COMPUTED. Source: 辽人社发〔2023〕36号, 五(一); Q44 */
export function liftingRefusals(
  book: RuleBook,
  actor: Actor,
  finding: FindingFacts & { readonly recordedBy: string },
  liftedOn: string,
): readonly Refusal[] {
  const { liftedOn: on, decidedOn: before, regionCode, recordedBy } = finding;
  const refusals = [...authorityRefusals(book, actor, 'reviewer', regionCode)];
  if (on !== null) refusals.push(refuseSupervision('FINDING_LIFTED', 'findingId', { on, found: 'LIFTED', expected: ['IN_FORCE'] }));
  if (recordedBy === actor.person) refusals.push(refuseRun('SAME_PERSON', null, { act: 'liftFinding', earlierAct: 'recordFinding' }));
  if (liftedOn < before) refusals.push(refuseRun('NOT_BEFORE', 'liftedOn', { act: 'liftedOn', on: liftedOn, before }));
  return refusals;
}
