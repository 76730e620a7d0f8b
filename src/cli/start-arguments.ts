import { parseArgs } from 'node:util';
import { StartFailure } from '../http/start-failure.js';
import { bilingual } from '../policy/bilingual.js';
import { isCalendarDay } from '../policy/calendar-day.js';

/** What the command line says about one start. */
export interface StartArguments {
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
  const clock = clockWord(words);
  if (clock === null) return { clockAt: null };
  if (!INSTANT.test(clock) || !isCalendarDay(clock.slice(0, 'YYYY-MM-DD'.length))) throw wrongInstant(clock);
  return { clockAt: new Date(clock) };
}

function clockWord(words: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...words], options: { clock: { type: 'string' } } }).values.clock ?? null;
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
      `启动参数 "${found}" 不可用：只有 --clock <时刻>，例如 --clock 2025-03-01T09:00:00+08:00。`,
      `The arguments are "${found}": allowed is --clock <instant>, such as --clock 2025-03-01T09:00:00+08:00.`,
    ),
  );
};
