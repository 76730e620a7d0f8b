import { dayBefore, nextDay } from './calendar-day.js';

/** From a first to a last day, both included; null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether two periods have a day in common. */
export const overlap = (left: Period, right: Period): boolean => startsBeforeEnd(left, right) && startsBeforeEnd(right, left);

const startsBeforeEnd = (left: Period, right: Period): boolean => left.from === null || right.to === null || left.from <= right.to;

/**
 * What is left of a period without others, in the order of the days.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const without = (whole: Period, ...taken: readonly Period[]): readonly Period[] =>
  taken.reduce<readonly Period[]>((parts, period) => parts.flatMap((part) => withoutOne(part, period)), [whole]);

function withoutOne(whole: Period, taken: Period): readonly Period[] {
  if (!overlap(whole, taken)) return [whole];
  const left: Period[] = [];
  if (taken.from !== null && (whole.from === null || whole.from < taken.from)) left.push({ from: whole.from, to: dayBefore(taken.from) });
  if (taken.to !== null && (whole.to === null || whole.to > taken.to)) left.push({ from: nextDay(taken.to), to: whole.to });
  return left;
}
