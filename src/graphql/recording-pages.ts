import DataLoader from 'dataloader';
import type { RowPage, RowPageRequest } from '../store/read-page.js';
import { recordingPages } from '../store/recordings.js';
import type { CourseRunRow } from '../store/rows/course-run-row.js';
import type { RecordingRow } from '../store/rows/recording-row.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { supervisionOf } from './supervision.js';

type Loader = DataLoader<CourseRunRow, readonly RecordingRow[]>;
const loaders = new WeakMap<ServiceContext, Map<string, Loader>>();

/**
 * The page of a run's recordings beneath the run: the runs of a list that are asked for the same page take one statement together, and their totals come with the other
 * facts of the runs.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function recordingPageOf(context: ServiceContext, run: CourseRunRow, page: RowPageRequest): Promise<RowPage<RecordingRow>> {
  const found = await loaderOf(context, page).load(run);
  const hasMore = found.length > page.size;
  const rows = found.slice(0, page.size);
  return {
    rows: page.isBackward ? rows.reverse() : rows,
    hasNextPage: page.isBackward ? page.before !== null : hasMore,
    hasPreviousPage: page.isBackward ? hasMore : page.after !== null,
    count: async () => (await supervisionOf(context, run))?.recordings.recordings ?? 0,
  };
}

function loaderOf(context: ServiceContext, page: RowPageRequest): Loader {
  const ofRequest = loaders.get(context) ?? new Map<string, Loader>();
  loaders.set(context, ofRequest);
  const key = JSON.stringify([page.size, page.isBackward, page.after, page.before]);
  const loader = ofRequest.get(key) ?? newLoader(context, page);
  ofRequest.set(key, loader);
  return loader;
}

const newLoader = (context: ServiceContext, page: RowPageRequest): Loader =>
  new DataLoader(async (runs) => {
    const { manager } = context.workplace.dataSource;
    const ids = [...new Set(runs.map(({ id }) => id))];
    const pages = await recordingPages(manager, quietReachFor(context, 'recordings'), ids, page);
    return runs.map(({ id }) => pages.get(id) ?? []);
  });
