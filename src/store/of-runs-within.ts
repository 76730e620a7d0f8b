import type { Reach } from '../policy/access/reach.js';
import { runWithin } from './course-runs.js';
import { type Condition, condition } from './select-rows.js';

/**
 * The condition that lets through the facts of course runs within reach, by their columns `course_run_id` and `year`.
 * Source: 辽人社发〔2023〕36号, 五(三); our design, docs/decisions/0009-roles-and-scopes.md
 */
export function ofRunsWithin(reach: Reach): Condition {
  if (reach.isWholeProvince) return condition('true');
  const { sql, parameters } = runWithin(reach);
  return { sql: `(row.course_run_id, row.year) IN (SELECT row.id, row.year FROM course_run AS row WHERE ${sql})`, parameters };
}
