import DataLoader from 'dataloader';
import { attendanceAlertHours } from '../policy/training/attendance.js';
import type { RunBooks } from '../policy/training/run-alerts.js';
import { findingsOfRuns } from '../store/findings.js';
import type { CourseRunRow } from '../store/rows/course-run-row.js';
import type { FindingRow } from '../store/rows/finding-row.js';
import { supervisionFacts, type SupervisionFacts } from '../store/supervision-facts.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';

/** What supervision knows of a run, as far as the caller may read it. */
export interface RunSupervision extends SupervisionFacts {
  readonly findings: readonly FindingRow[];
}

const loaders = new WeakMap<ServiceContext, DataLoader<CourseRunRow, RunSupervision | null>>();

/**
 * What supervision knows of a run; null for a caller whose roles do not read it. All runs of a request that ask at once take two statements together. Two answers about
 * one run after two mutations are two rows, and asked for anew.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function supervisionOf(context: ServiceContext, run: CourseRunRow): Promise<RunSupervision | null> {
  const loader = loaders.get(context) ?? new DataLoader((runs: readonly CourseRunRow[]) => loadSupervision(context, runs));
  loaders.set(context, loader);
  return loader.load(run);
}

async function loadSupervision(context: ServiceContext, runs: readonly CourseRunRow[]): Promise<(RunSupervision | null)[]> {
  const { manager } = context.workplace.dataSource;
  const ids = [...new Set(runs.map(({ id }) => id))];
  const questions = new Map(
    runs.map((run) => [run.id, { courseRunId: run.id, alertHours: attendanceAlertHours(filingBook(context, run), run) }]),
  );
  const facts = await supervisionFacts(manager, quietReachFor(context, 'recordings'), [...questions.values()]);
  const findings = await findingsOfRuns(manager, quietReachFor(context, 'findings'), ids);
  return runs.map(({ id }) => {
    const known = facts.get(id);
    return known === undefined ? null : { ...known, findings: findings.filter(({ courseRunId }) => courseRunId === id) };
  });
}

/** The rules of a run's filing day in its region. */
export const filingBook = ({ desk }: ServiceContext, { filedOn, regionCode }: CourseRunRow) =>
  desk.ruleBook({ on: filedOn, region: regionCode });

/** The rule books that a run is watched under. */
export const runBooks = (context: ServiceContext, run: CourseRunRow): RunBooks => ({
  filing: filingBook(context, run),
  start: context.desk.ruleBook({ on: run.startsOn, region: run.regionCode }),
  today: context.desk.ruleBook({ region: run.regionCode }),
});
