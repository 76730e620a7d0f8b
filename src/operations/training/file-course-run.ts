import type { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { filingRefusals } from '../../policy/training/course-run-filing.js';
import { nextId } from '../../store/audit-log.js';
import { insertCourseRun, insertCourseRunVersion } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { lockTrainingPlan } from '../../store/training-plans.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { notFound } from '../acting/not-found.js';
import { requireInstitution } from '../acting/require-reach.js';
import { courseRunInput, filingOf, planFactsOf, factsFor } from './course-run-input.js';

type Filing = z.infer<typeof courseRunInput>;

/**
 * Files a course run before its start: one occupation, one track or none, one level. A subsidised run stands in an approved plan, whose year and region it takes.
 * Throws NOT_FOUND, UNKNOWN_OCCUPATION, UNKNOWN_INSTITUTION, UNKNOWN_REGION, FORBIDDEN.
 * Source: 辽人社发〔2023〕36号, 四(一), 五(二)
 */
export const fileCourseRun: Operation<Filing, CourseRunRow> = {
  name: 'fileCourseRun',
  input: courseRunInput,
  run: async (act, input) => {
    const { manager, actor, reach, at } = act;
    notAfterClock(input.filedOn, act.today, 'filedOn');
    const plan = await planOf(act, input.planId);
    const book = act.desk.ruleBook({ on: input.startsOn });
    const filing = filingOf(book, input, plan?.regionCode ?? null);
    requireInstitution(reach, filing.institutionCode, 'institution');
    const refusals = filingRefusals(book, filing, await factsFor(manager, filing, plan && (await planFactsOf(manager, plan, null))));
    if (refusals.length > 0) return refused(...refusals);
    const year = plan?.year ?? parseInt(filing.startsOn.slice(0, 4), 10);
    const row: CourseRunRow = {
      ...filing,
      ...FRESH,
      id: await nextId(manager, year),
      year,
      planId: plan?.id ?? null,
      venue: input.venue,
      filedBy: actor.person,
    };
    await insertCourseRun(manager, row);
    await insertCourseRunVersion(manager, row, { reason: 'FILED', changedBy: actor.person, changedAt: at });
    const subjects = [{ type: 'CourseRun', id: row.id }];
    const record = {
      region: row.regionCode,
      subjects,
      clauses: ['LN2023-36/4.1.5', 'LN2023-36/4.1.8'],
      amounts: { places: `${row.places}` },
    };
    return { kind: 'done', done: row, record };
  },
};

const FRESH = {
  status: 'FILED',
  version: 1,
  decidedBy: null,
  decidedOn: null,
  startedOn: null,
  finishedOn: null,
  cancelledOn: null,
  statusReason: null,
  holdId: null,
} as const;

async function planOf({ manager, reach }: Act, id: string | null) {
  if (id === null) return null;
  const plan = await lockTrainingPlan(manager, reach, id);
  if (plan === null) throw notFound('planId', '培训计划', 'training plan');
  return plan;
}
