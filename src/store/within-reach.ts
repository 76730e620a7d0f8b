import type { Reach } from '../policy/access/reach.js';
import { type Condition, condition } from './select-rows.js';

/** Where a table says whose a row is: columns of `row`, or conditions with `$1` for the codes; left out where the table does not say. */
export interface Ownership {
  readonly region?: string;
  readonly institution?: string;
  /** a condition */
  readonly assessmentBody?: string;
}

/**
 * The condition that lets through only what lies within a reach: a region's rows, an institution's, an assessment body's, or all. What the table does not say
 * is nobody's.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export function withinReach(reach: Reach, { region, institution, assessmentBody }: Ownership): Condition {
  if (reach.isWholeProvince) return condition('true');
  const parts: string[] = [];
  const parameters: unknown[] = [];
  const add = (sql: string, codes: readonly string[]): void => {
    parameters.push(codes);
    parts.push(sql.replaceAll('$1', `$${parameters.length}`));
  };
  if (region !== undefined && reach.regions.length > 0) add(region.includes('$1') ? region : `${region} = ANY($1::text[])`, reach.regions);
  if (institution !== undefined && reach.institutions.length > 0) add(`${institution} = ANY($1::text[])`, reach.institutions);
  if (assessmentBody !== undefined && reach.assessmentBodies.length > 0) add(assessmentBody, reach.assessmentBodies);
  return { sql: parts.length === 0 ? 'false' : parts.map((part) => `(${part})`).join(' OR '), parameters };
}
