import { parseArgs } from 'node:util';
import { StartFailure } from '../http/start-failure.js';
import { bilingual } from '../policy/bilingual.js';
import { isCalendarDay } from '../policy/calendar-day.js';

/** What the command line says about one start. */
export interface StartArguments {
  /** whether a new data folder is to be a demo's; one that is already stays so */
  readonly isDemo: boolean;
  /** where a demo's clock is to start; null leaves it where it is */
  readonly clockAt: Date | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/u;
const SHOWN_MAX = 80;

/**
 * The arguments of a start. Throws a StartFailure that names the first one that is wrong and what is allowed.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export function readStartArguments(words: readonly string[]): StartArguments {
  const { demo: isDemo = false, clock } = wordsOf(words);
  if (clock === undefined) return { isDemo, clockAt: null };
  if (!INSTANT.test(clock) || !isCalendarDay(clock.slice(0, 'YYYY-MM-DD'.length))) throw wrongInstant(clock);
  return { isDemo, clockAt: new Date(clock) };
}

function wordsOf(words: readonly string[]): { readonly demo?: boolean; readonly clock?: string } {
  try {
    return parseArgs({ args: [...words], options: { demo: { type: 'boolean' }, clock: { type: 'string' } } }).values;
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw problem;
    throw wrongWords(words);
  }
}

const wrongInstant = (clock: string): StartFailure =>
  new StartFailure(
    bilingual(
      `--clock 的值 "${clock.slice(0, SHOWN_MAX)}" 不可用：应为带时区的时刻，例如 2025-03-01T09:00:00+08:00。`,
      `--clock is "${clock.slice(0, SHOWN_MAX)}": allowed is an instant with its zone, such as 2025-03-01T09:00:00+08:00.`,
    ),
  );

const wrongWords = (words: readonly string[]): StartFailure => {
  const found = words.join(' ').slice(0, SHOWN_MAX);
  return new StartFailure(
    bilingual(
      `启动参数 "${found}" 不可用：只有 --demo 和 --clock <时刻>，例如 --demo --clock 2025-03-01T09:00:00+08:00。`,
      `The arguments are "${found}": allowed are --demo and --clock <instant>, such as --demo --clock 2025-03-01T09:00:00+08:00.`,
    ),
  );
};
