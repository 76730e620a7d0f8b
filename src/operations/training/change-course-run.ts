import { z } from 'zod';
import { resizeHold } from '../../ledger/places.js';
import { noteText, wholeNumber } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { filingRefusals } from '../../policy/training/course-run-filing.js';
import { findRegion } from '../../policy/regions.js';
import { countLiveEnrolments, insertCourseRunVersion, updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { holdExpiry } from '../places/hold-expiry.js';
import { loadPlaces, movePlaces } from '../places/move-places.js';
import { courseRunDetails, factsOfRun } from './course-run-input.js';
import { readyForStep, stepRecord } from './course-run-step.js';

const VERSION_MAX = 1_000_000;
const input = courseRunDetails.extend({ courseRunId: idOf('CourseRun'), version: wholeNumber(1, VERSION_MAX), reason: noteText });

/**
 * Changes a course run that is filed, approved or under way, with its reason: it gets a new version beside the old ones. Occupation, track, level, funding and plan stay:
 * another of those is another run. Held places follow the new number. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)
 */
export const changeCourseRun: Operation<z.infer<typeof input>, CourseRunRow> = {
  name: 'changeCourseRun',
  input,
  run: async (act, { courseRunId, version, reason, venueRegion, ...details }) => {
    const ready = await readyForStep(act, { courseRunId, version, on: act.today }, ['FILED', 'APPROVED', 'STARTED']);
    if (ready.kind === 'refused') return ready;
    const { run } = ready;
    const book = act.desk.ruleBook({ on: details.startsOn });
    const venueRegionCode = venueRegion === null ? null : (findRegion(book, venueRegion)?.code ?? null);
    const changed: CourseRunRow = { ...run, ...details, venueRegionCode, version: run.version + 1 };
    const refusals = [...filingRefusals(book, changed, await factsOfRun(act.manager, changed)), ...startRefusals(run, changed, act.today)];
    if (refusals.length > 0) return refused(...refusals);
    const taken = await countLiveEnrolments(act.manager, run.id);
    if (taken > changed.places)
      return refused(refuseRun('PLACES_BELOW_ROSTER', 'places', { taken, asked: changed.places, available: taken }));
    const moved = await resize(act, run, changed.places - taken);
    if (moved.kind === 'refused') return refused(moved.refusal);
    const done = { ...changed, holdId: moved.holdId };
    await updateCourseRun(act.manager, run.id, { ...details, venueRegionCode, version: done.version, holdId: done.holdId });
    await insertCourseRunVersion(act.manager, done, { reason, changedBy: act.actor.person, changedAt: act.at });
    const record = stepRecord(done, ['LN2023-36/4.1.5'], {
      amounts: { places: `${done.places}` },
      details: { reason, before: run.version },
    });
    return { kind: 'done', done, record };
  },
};

/** A run that has started keeps its first day; one that is approved gets no other that has passed: the rules of that day would judge it instead. */
function startRefusals(run: CourseRunRow, { startsOn }: CourseRunRow, today: string): Refusal[] {
  if (startsOn === run.startsOn) return [];
  if (run.startedOn !== null) return [refuseRun('RUN_STATUS', 'startsOn', { found: run.status, expected: ['FILED', 'APPROVED'] })];
  const isPast = run.status === 'APPROVED' && startsOn < today;
  return isPast ? [refuseRun('NOT_BEFORE', 'startsOn', { act: 'startsOn', on: startsOn, before: today })] : [];
}

/** Before the start the hold follows the places that nobody is named for; after it there is none. */
async function resize(act: Act, run: CourseRunRow, open: number) {
  if (run.status !== 'APPROVED' || run.holdId === null) return { kind: 'held', holdId: run.holdId } as const;
  const pool = { regionCode: run.regionCode, year: run.year };
  const places = await loadPlaces(act, [pool], [run.holdId]);
  const hold = places.book.pendings.get(run.holdId);
  if (hold === undefined) return { kind: 'held', holdId: run.holdId } as const;
  const moved = await movePlaces(act, places, resizeHold({ pool, hold, places: BigInt(open), expiresAt: holdExpiry(act, pool) }, act.at));
  if (moved.kind === 'refused') return moved;
  return { kind: 'held', holdId: moved.transfers.find(({ cause }) => cause === 'HOLD')?.id ?? run.holdId } as const;
}
