import { hourUnits } from '../../money/hour-units.js';
import { isListed } from '../directory.js';
import type { LevelCode } from '../input.js';
import { readingOf } from '../readings.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { RuleBook } from '../rule-book.js';
import { listingStatusOf } from './listing-status.js';

/** What a training institution files, names resolved to codes. */
export interface CourseRunFiling {
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly track: string | null;
  readonly level: LevelCode;
  readonly fundingMode: 'SUBSIDISED' | 'MARKET';
  readonly mode: 'OFFLINE' | 'ONLINE' | 'BLENDED';
  readonly onlineHours: string;
  readonly offlineHours: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly venueRegionCode: string | null;
  readonly places: number;
  readonly filedOn: string;
}

/** What the store knows besides. */
export interface FilingFacts {
  readonly plan: PlanFacts | null;
  readonly hasAgreement: boolean;
}

export interface PlanFacts {
  readonly status: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly places: number;
  /** places of the plan's other runs that are neither rejected nor cancelled */
  readonly placesTaken: number;
  readonly decidedOn: string | null;
}

/**
 * Every reason why a course run cannot be filed or changed so; none where it can. The directory counts on the day of the start.
 * Source: 辽人社发〔2023〕36号, 四(一), 五(一), 五(二), 六(一)
 */
export function filingRefusals(book: RuleBook, filing: CourseRunFiling, facts: FilingFacts): readonly Refusal[] {
  return [
    ...directoryRefusals(book, filing, filing.startsOn),
    ...planRefusals(filing, facts.plan),
    ...shapeRefusals(filing),
    ...agreementRefusals(book, filing, facts),
  ];
}

/** Why the directory of a day lets an institution begin no run of an occupation; none where it does. Source: 辽人社发〔2023〕36号, 四(一)1, 五(一) */
export function directoryRefusals(
  book: RuleBook,
  { institutionCode: institution, occupationCode: occupation }: CourseRunFiling,
  on: string,
): readonly Refusal[] {
  const status = listingStatusOf(book, institution, occupation);
  if (status !== null && status.status !== 'LISTED') {
    const { status: found, since, documentNumber: document } = status;
    return [refuseRun('INSTITUTION_SUSPENDED', null, { institution, found, since, document })];
  }
  if (isListed(book, 'TRAINING', institution, occupation)) return [];
  return [refuseRun('INSTITUTION_NOT_LISTED', 'occupation', { institution, occupation, on })];
}

function planRefusals(filing: CourseRunFiling, plan: PlanFacts | null): Refusal[] {
  const { fundingMode, startsOn, places: asked } = filing;
  if (fundingMode === 'MARKET') return plan === null ? [] : [refuseRun('PLAN_NOT_ALLOWED', 'planId')];
  if (plan === null) return [refuseRun('PLAN_REQUIRED', 'planId')];
  if (plan.status !== 'APPROVED') return [refuseRun('PLAN_NOT_APPROVED', 'planId', { found: plan.status, expected: ['APPROVED'] })];
  const refusals: Refusal[] = [];
  if (plan.regionCode !== filing.regionCode || plan.institutionCode !== filing.institutionCode)
    refusals.push(refuseRun('PLAN_OF_OTHERS', 'planId', { region: plan.regionCode, institution: plan.institutionCode }));
  if (plan.decidedOn !== null && plan.decidedOn > startsOn)
    refusals.push(refuseRun('PLAN_AFTER_START', 'startsOn', { decidedOn: plan.decidedOn, startsOn }));
  const short = plan.placesTaken + asked - plan.places;
  if (short > 0)
    refusals.push(
      refuseRun('PLAN_PLACES_EXCEEDED', 'places', {
        planned: plan.places,
        taken: plan.placesTaken,
        asked,
        short,
        available: plan.places - plan.placesTaken,
      }),
    );
  return refusals;
}

function shapeRefusals(filing: CourseRunFiling): Refusal[] {
  const { mode, onlineHours: online, offlineHours: offline, startsOn, endsOn, filedOn } = filing;
  const refusals: Refusal[] = [];
  if (endsOn < startsOn) refusals.push(refuseRun('DAYS_REVERSED', 'endsOn', { startsOn, endsOn }));
  if (filedOn > startsOn) refusals.push(refuseRun('FILED_AFTER_START', 'filedOn', { filedOn, startsOn }));
  if (filing.venueRegionCode === null) refusals.push(refuseRun('CROSS_PROVINCE', 'venueRegion'));
  if (!modeFits(mode, hourUnits(online) > 0, hourUnits(offline) > 0))
    refusals.push(refuseRun('MODE_HOURS_DIFFER', 'mode', { mode, online, offline }));
  return refusals;
}

function modeFits(mode: CourseRunFiling['mode'], isOnline: boolean, isOffline: boolean): boolean {
  if (mode === 'BLENDED') return isOnline && isOffline;
  return mode === 'ONLINE' ? isOnline && !isOffline : isOffline && !isOnline;
}

function agreementRefusals(
  book: RuleBook,
  { regionCode: region, institutionCode: institution, startsOn: on }: CourseRunFiling,
  facts: FilingFacts,
) {
  const blocks = readingOf(book, 'evidence.agreement') === 'BLOCK';
  return facts.hasAgreement || !blocks ? [] : [refuseRun('AGREEMENT_MISSING', null, { region, institution, on })];
}
