import { CALENDAR_OPERATIONS } from './operations/calendar-operations.js';
import { MONEY_OPERATIONS } from './operations/money-operations.js';
import { PLANNING_OPERATIONS } from './operations/planning-operations.js';
import { SUBSIDY_OPERATIONS } from './operations/subsidy-operations.js';
import { TABLE_OPERATIONS } from './operations/table-operations.js';
import type { ScenarioOperation } from './scenario-operation.js';

const OPERATIONS = new Map<string, ScenarioOperation>(
  Object.entries({ ...TABLE_OPERATIONS, ...SUBSIDY_OPERATIONS, ...PLANNING_OPERATIONS, ...MONEY_OPERATIONS, ...CALENDAR_OPERATIONS }),
);

/** The operations of the notices that a later issue brings: nominations, training bases, practice bases. */
const NOT_YET: ReadonlySet<string> = new Set([
  'nomination',
  'nominationMax',
  'applicant003',
  'form003',
  'scale003',
  'base',
  'grade',
  'qingdao',
]);

/** How an `op` is asked; 'not yet' for one that a later issue brings, 'unknown' for any other word. */
export const findScenarioOperation = (op: string): ScenarioOperation | 'not yet' | 'unknown' =>
  OPERATIONS.get(op) ?? (NOT_YET.has(op) ? 'not yet' : 'unknown');
