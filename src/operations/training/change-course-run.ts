import { z } from 'zod';
import { resizeHold } from '../../ledger/places.js';
import { noteText, wholeNumber } from '../../policy/input.js';
import { changeRefusals } from '../../policy/training/course-run-change.js';
import { filingRefusals } from '../../policy/training/course-run-filing.js';
import { findRegion } from '../../policy/regions.js';
import { insertCourseRunVersion, updateCourseRun } from '../../store/course-runs.js';
import { rosterSize } from '../../store/enrolments.js';
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
 * another of those is another run. Held places follow the new number, which after the approval only falls. Throws NOT_FOUND.
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
    const taken = await rosterSize(act.manager, run.id);
    const refusals = [
      ...filingRefusals(book, changed, await factsOfRun(act.manager, changed)),
      ...changeRefusals(run, changed, { today: act.today, taken }),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const moved = await resize(act, run, Math.max(changed.places - taken, 0));
    if (moved.kind === 'refused') return refused(moved.refusal);
    const done = { ...changed, holdId: moved.holdId };
    await updateCourseRun(act.manager, run.id, { ...details, venueRegionCode, version: done.version, holdId: done.holdId });
    await insertCourseRunVersion(act.manager, done, { reason, changedBy: act.actor.person, changedAt: act.at });
    const record = stepRecord(done, ['LN2023-36/4.1.5'], {
      amounts: { places: `${done.places}` },
      details: { before: run.version },
    });
    return { kind: 'done', done, record };
  },
};

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
