import type { ValueTransformer } from 'typeorm';
import { dayBefore } from '../../policy/calendar-day.js';
import type { Period } from '../../policy/period.js';

/** From a first to a last day, both included; null is open. */
export type DayRange = Period;

/** From an instant (included) to an instant (excluded), ISO UTC with milliseconds; null is open. */
export interface InstantRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * As PostgreSQL reads a range of days whose last one is included.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const dayRangeText = ({ from, to }: DayRange): string => `[${from ?? ''},${to ?? ''}${to === null ? ')' : ']'}`;

/**
 * As PostgreSQL reads a range of instants.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const instantRangeText = ({ from, to }: InstantRange): string => `[${from ?? ''},${to ?? ''})`;

/**
 * PostgreSQL writes every range of days with its last day excluded.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const parseDayRange = (text: string): DayRange => {
  const [from, end] = bounds(text);
  return { from, to: end === null ? null : dayBefore(end) };
};

/**
 * The session writes instants in UTC, so only the shape differs from ISO.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const parseInstantRange = (text: string): InstantRange => {
  const [from, to] = bounds(text);
  return { from: from === null ? null : instantText(from), to: to === null ? null : instantText(to) };
};

export const dayRangeColumn: ValueTransformer = { to: dayRangeText, from: parseDayRange };
export const instantRangeColumn: ValueTransformer = { to: instantRangeText, from: parseInstantRange };

const bounds = (text: string): [string | null, string | null] => {
  const [from = '', to = ''] = text.slice(1, -1).replaceAll('"', '').split(',');
  return [from === '' ? null : from, to === '' ? null : to];
};

const instantText = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
