import DataLoader from 'dataloader';
import type { RowPage, RowPageRequest } from '../store/read-page.js';
import type { CourseRunRow } from '../store/rows/course-run-row.js';
import type { ServiceContext } from './service-context.js';

type Loader = DataLoader<CourseRunRow, readonly unknown[]>;
const loaders = new WeakMap<ServiceContext, Map<string, Loader>>();

/** A list beneath course runs: how its pages are read for many runs at once, and how it is counted for one. */
export interface ListOfRuns<Row> {
  /** the list and its filter: what is named alike is read together */
  readonly name: string;
  readonly read: (courseRunIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Row[]>>;
  readonly count: () => Promise<number>;
}

/**
 * The page of a list beneath a course run: the runs of a list that are asked for the same page take one statement together. One run after
 * two mutations is two rows, and asked for anew.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function pageOfRun<Row>(
  context: ServiceContext,
  run: CourseRunRow,
  page: RowPageRequest,
  { name, read, count }: ListOfRuns<Row>,
): Promise<RowPage<Row>> {
  const key = JSON.stringify([name, page.size, page.isBackward, page.after, page.before]);
  const found = (await loaderOf(context, key, read).load(run)) as readonly Row[];
  const hasMore = found.length > page.size;
  const rows = found.slice(0, page.size);
  return {
    rows: page.isBackward ? rows.reverse() : rows,
    hasNextPage: page.isBackward ? page.before !== null : hasMore,
    hasPreviousPage: page.isBackward ? hasMore : page.after !== null,
    count,
  };
}

function loaderOf(context: ServiceContext, key: string, read: ListOfRuns<unknown>['read']): Loader {
  const ofRequest = loaders.get(context) ?? new Map<string, Loader>();
  loaders.set(context, ofRequest);
  const loader =
    ofRequest.get(key) ??
    new DataLoader<CourseRunRow, readonly unknown[]>(async (runs) => {
      const pages = await read([...new Set(runs.map(({ id }) => id))]);
      return runs.map(({ id }) => pages.get(id) ?? []);
    });
  ofRequest.set(key, loader);
  return loader;
}
