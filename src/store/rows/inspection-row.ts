import type { ControlPointResult, InspectionMethod } from '../../policy/training/inspection.js';
import { plainSchema } from './plain-schema.js';

/** One check of a course run by a supervising region. */
export interface InspectionRow {
  readonly id: string;
  readonly year: number;
  readonly courseRunId: string;
  /** the region that inspected */
  readonly regionCode: string;
  readonly method: InspectionMethod;
  readonly heldOn: string;
  /** such as 14:30, Beijing time; null where it was not recorded */
  readonly timeOfDay: string | null;
  readonly points: readonly ControlPointResult[];
  readonly documentNumber: string | null;
  readonly recordedBy: string;
}

export const inspectionRow = plainSchema<InspectionRow>('inspection', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  regionCode: 'text',
  method: 'text',
  heldOn: 'date',
  timeOfDay: 'text',
  points: 'jsonb',
  documentNumber: 'text',
  recordedBy: 'text',
});
