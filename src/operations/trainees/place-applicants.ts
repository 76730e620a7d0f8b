import { namePlaces, type NamedPlaces, type PlaceFinding } from '../../ledger/name-places.js';
import { quotaAccount } from '../../ledger/place-accounts.js';
import { isCeiling } from '../../policy/quota.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { rosterSize } from '../../store/enrolments.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import { bookOfPool } from '../places/move-places.js';
import { type CountingBook, holdOf, isServed, lockPlaces, seekersOf } from '../places/name-places.js';
import type { LineRefusals } from './enrolling.js';
import type { Applicant } from './find-applicants.js';

/** The places that the applicants of a run may take, locked; null: the run takes none. */
export type RunPlaces = CountingBook | null;

/** Who has a place, with the transfers that name it, and who has none. */
export interface Placed {
  readonly served: readonly Applicant[];
  /** null: the run takes no places */
  readonly named: NamedPlaces | null;
  readonly refusals: readonly LineRefusals[];
}

/**
 * Locks the places of the run's region and of the trainees' regions; a market run takes none.
 * Source: 辽人社发〔2023〕36号, 四(一)1, 五(三), 附件7
 */
export async function lockRunPlaces(act: Act, run: CourseRunRow, trainees: readonly { readonly regionCode: string }[]): Promise<RunPlaces> {
  if (run.fundingMode === 'MARKET') return null;
  const regions = new Set([run.regionCode, ...trainees.map(({ regionCode }) => regionCode)]);
  const pools = [...regions].map((regionCode) => ({ regionCode, year: run.year }));
  return lockPlaces(act, pools, run.holdId === null ? [] : [run.holdId]);
}

/**
 * How many more a run may take in: its places less its roster while its region's quota is a ceiling; null, without a bound of its own, while that is a target and in
 * a market run.
 * Source: 辽人社发〔2023〕36号, 四(一)1, 四(一)2; Q46
 */
export async function roomOf(act: Act, run: CourseRunRow): Promise<number | null> {
  if (run.fundingMode === 'MARKET' || !isCeiling(bookOfPool(act, run))) return null;
  return run.places - (await rosterSize(act.manager, run.id));
}

/**
 * Finds places for the applicants in the order of their lines. Those who find none are refused one by one, or, where all or nothing is wanted, in one sentence for
 * each region.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 五(三), 附件7
 */
export async function placeApplicants(
  act: Act,
  run: CourseRunRow,
  places: RunPlaces,
  applicants: readonly Applicant[],
  isAllOrNothing: boolean,
): Promise<Placed> {
  if (places === null) return { served: applicants, named: null, refusals: [] };
  const { manager, at } = act;
  const room = await roomOf(act, run);
  const seekers = await seekersOf(manager, places.unit, run.year, applicants);
  const named = namePlaces(places.book, { courseRunId: run.id, hold: holdOf(places.book, run), room }, seekers, at);
  const served = applicants.filter((_applicant, position) => isServed(named.findings[position]));
  const unserved = applicants.flatMap((applicant, position) => {
    const finding = named.findings[position];
    return finding === undefined || isServed(finding) ? [] : [{ applicant, finding }];
  });
  const shortage: Shortage = { run, room, named, applicants };
  return { served, named, refusals: isAllOrNothing ? together(shortage, unserved) : singly(shortage, unserved) };
}

interface Shortage {
  readonly run: CourseRunRow;
  readonly room: number | null;
  readonly named: NamedPlaces;
  readonly applicants: readonly Applicant[];
}

interface Unserved {
  readonly applicant: Applicant;
  readonly finding: PlaceFinding;
}

function shortageRefusal({ run, room, named, applicants }: Shortage, { applicant, finding }: Unserved, field: string | null): Refusal {
  if (finding === 'FULL')
    return refuseTrainee('RUN_FULL', field, { places: run.places, available: Math.max(0, room ?? 0), asked: applicants.length });
  const { regionCode: region } = applicant;
  const available = named.availableBefore.get(quotaAccount({ regionCode: region, year: run.year })) ?? 0n;
  const asked = applicants.filter(({ regionCode }) => regionCode === region).length;
  return refuseRun('PLACES_SHORT', field, { region, year: run.year, available: available > 0n ? parseInt(`${available}`, 10) : 0, asked });
}

const singly = (shortage: Shortage, unserved: readonly Unserved[]): readonly LineRefusals[] =>
  unserved.map((one) => ({
    index: one.applicant.index,
    refusals: [shortageRefusal(shortage, one, one.applicant.at.replace(/\.$/u, '') || null)],
  }));

function together(shortage: Shortage, unserved: readonly Unserved[]): readonly LineRefusals[] {
  const kinds = new Map(unserved.map((one) => [one.finding === 'FULL' ? 'FULL' : one.applicant.regionCode, one]));
  return [...kinds.values()].map((one) => ({ index: one.applicant.index, refusals: [shortageRefusal(shortage, one, null)] }));
}
