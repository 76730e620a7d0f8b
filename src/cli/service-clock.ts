import { StartFailure } from '../http/start-failure.js';
import { type Clock, monotone } from '../operations/clock.js';
import { type DemoClock, startDemoClock } from '../operations/demo-clock.js';
import { bilingual } from '../policy/bilingual.js';
import { isDemoFolder, readDemoInstant, recordDemoInstant, stampDemoFolder } from '../store/embedded/demo-stamp.js';
import type { Configuration } from './configuration.js';

/** The clock of a running service: it never goes back. */
export interface ServiceClock {
  readonly now: Clock;
  /** what sets it, on a demo's data folder; null everywhere else */
  readonly demo: DemoClock | null;
}

/**
 * Checks, before anything is opened, whether the clock may be what the start asks for; gives what starts it once the data folder is held. A demo's clock starts at
 * `startAt`, else where it last was, else now. `isDemoAsked` stamps a new data folder as a demo's. Throws a StartFailure for `startAt` anywhere but on a demo's folder, and for a demo in production or on a server; DEMO_FOLDER_NOT_EMPTY.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export function prepareClock(
  { mode, database }: Pick<Configuration, 'mode' | 'database'>,
  system: Clock,
  startAt: Date | null,
  isDemoAsked = false,
): () => ServiceClock {
  const { url, dataFolder } = database;
  if (isDemoAsked && url !== null) throw demoOnServer();
  const isDemo = url === null && (isDemoAsked || isDemoFolder(dataFolder));
  if (isDemo && mode === 'production') throw demoInProduction(dataFolder);
  if (!isDemo && startAt !== null) throw clockOutsideDemo(url === null ? dataFolder : null);
  if (!isDemo) return () => ({ now: monotone(system), demo: null });
  stampDemoFolder(dataFolder);
  return () => {
    const latest = readDemoInstant(dataFolder);
    const memory = { latest, record: (instant: Date) => recordDemoInstant(dataFolder, instant) };
    const demo = startDemoClock(startAt ?? latest ?? system(), system, memory);
    return { now: demo.now, demo };
  };
}

const demoInProduction = (folder: string): StartFailure =>
  new StartFailure(
    bilingual(
      `MODE=production 不打开演示用的数据目录 ${folder}。请将 DATA_DIR 指向正式的数据目录，或用 DATABASE_URL 改用 PostgreSQL。`,
      `MODE=production does not open the demo data folder ${folder}. Point DATA_DIR at a folder of real records, or use PostgreSQL through DATABASE_URL.`,
    ),
  );

const demoOnServer = (): StartFailure =>
  new StartFailure(
    bilingual(
      '--demo 只用于内置数据库；设置了 DATABASE_URL。请去掉 --demo，或不设 DATABASE_URL 并将 DATA_DIR 指向一个新的空目录。',
      '--demo is only for the embedded database; DATABASE_URL is set. Leave --demo out, or unset DATABASE_URL and point DATA_DIR at a new empty folder.',
    ),
  );

const clockOutsideDemo = (folder: string | null): StartFailure => {
  const zh = folder === null ? '设置了 DATABASE_URL' : `数据目录 ${folder} 未标记为演示用`;
  const en = folder === null ? 'DATABASE_URL is set' : `the data folder ${folder} is not stamped as a demo`;
  return new StartFailure(
    bilingual(
      `--clock 只用于演示数据目录；${zh}。请去掉 --clock，或加上 --demo，将 DATA_DIR 指向一个新的空目录且不设 DATABASE_URL。`,
      `--clock is only for the data folder of a demo; ${en}. Leave --clock out, or add --demo and point DATA_DIR at a new empty folder with DATABASE_URL unset.`,
    ),
  );
};
