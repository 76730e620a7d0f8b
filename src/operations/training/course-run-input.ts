import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { dayText, expects, hoursText, levelCode, nameText, optional, titleText, wholeNumber } from '../../policy/input.js';
import { occupationOf } from '../../policy/occupations.js';
import { findRegion, regionOf } from '../../policy/regions.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { CourseRunFiling, FilingFacts, PlanFacts } from '../../policy/training/course-run-filing.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { TrainingPlanRow } from '../../store/rows/training-plan-row.js';
import { findTrainingPlan, hasAgreement, placesTakenOf } from '../../store/training-plans.js';
import { idOf } from '../acting/fact-id.js';

const PLACES_MAX = 10_000;
const fundingMode = z.enum(['SUBSIDISED', 'MARKET'], { error: expects('应为 SUBSIDISED 或 MARKET', 'SUBSIDISED or MARKET') });
const mode = z.enum(['OFFLINE', 'ONLINE', 'BLENDED'], { error: expects('应为 OFFLINE、ONLINE 或 BLENDED', 'OFFLINE, ONLINE or BLENDED') });

/** What may be changed about a course run after it was filed. */
export const courseRunDetails = z.strictObject({
  mode,
  onlineHours: hoursText,
  offlineHours: hoursText,
  startsOn: dayText,
  endsOn: dayText,
  venue: titleText,
  /** null: outside the fifteen regions */
  venueRegion: optional(nameText),
  places: wholeNumber(1, PLACES_MAX),
});

/** What a training institution files. The organising region of a subsidised run is that of its plan. */
export const courseRunInput = courseRunDetails.extend({
  institution: nameText,
  region: optional(nameText),
  occupation: nameText,
  track: optional(nameText),
  level: levelCode,
  fundingMode,
  planId: optional(idOf('TrainingPlan')),
  filedOn: dayText,
});

/**
 * A filing with its names resolved to codes. `—` and underscores, which Annex 4 prints for no track, become none. A market run of no named region belongs to that of
 * its venue. Throws UNKNOWN_OCCUPATION, UNKNOWN_INSTITUTION, UNKNOWN_REGION.
 * Source: 辽人社发〔2023〕36号, 四(一), 附件4
 */
export function filingOf(book: RuleBook, input: z.infer<typeof courseRunInput>, planRegionCode: string | null): CourseRunFiling {
  const { region, institution, occupation, track, planId: _plan, venue: _venue, venueRegion, ...rest } = input;
  const venueRegionCode = venueRegion === null ? null : (findRegion(book, venueRegion)?.code ?? null);
  const named = region === null ? (planRegionCode ?? venueRegionCode) : regionOf(book, region, 'region').code;
  return {
    ...rest,
    regionCode: named ?? regionOf(book, region ?? '', 'region').code,
    institutionCode: trainingInstitutionOf(book, institution, 'institution').code,
    occupationCode: occupationOf(book, occupation, 'occupation').code,
    track: track === null || /^[-—_–]+$/u.test(track) ? null : track,
    venueRegionCode,
  };
}

/** What the store knows that a filing is checked against. */
export async function factsFor(manager: EntityManager, filing: CourseRunFiling, plan: PlanFacts | null): Promise<FilingFacts> {
  return { plan, hasAgreement: await hasAgreement(manager, filing.regionCode, filing.institutionCode, filing.startsOn) };
}

/** What a filing must know of its plan; the places of the run itself, when it is being changed, do not count. */
export async function planFactsOf(manager: EntityManager, plan: TrainingPlanRow, exceptRunId: string | null): Promise<PlanFacts> {
  const { status, places, decidedOn, regionCode, institutionCode } = plan;
  return { status, places, decidedOn, regionCode, institutionCode, placesTaken: await placesTakenOf(manager, plan.id, exceptRunId) };
}

/** What the store knows that a filed run is checked against, its own places not counted. */
export async function factsOfRun(manager: EntityManager, run: CourseRunRow): Promise<FilingFacts> {
  const plan = run.planId === null ? null : await findTrainingPlan(manager, run.planId);
  return factsFor(manager, run, plan === null ? null : await planFactsOf(manager, plan, run.id));
}
