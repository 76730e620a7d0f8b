import { bilingual } from '../policy/bilingual.js';
import { badInput } from './bad-input.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** A calendar year that somebody asks about. Throws BAD_USER_INPUT outside 1900 to 2999. */
export function checkedYear(year: number): number {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw badInput('year', bilingual(`应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 的年份`, `a year from ${FIRST_YEAR} to ${LAST_YEAR}`), year);
}
