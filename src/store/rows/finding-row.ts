import type { FindingScope } from '../../policy/training/finding.js';
import { plainSchema } from './plain-schema.js';

/** The decision of a supervising region that a trainee or a course run is in violation. */
export interface FindingRow {
  readonly id: string;
  readonly year: number;
  readonly courseRunId: string;
  /** the trainee's enrolment; null for the whole class */
  readonly enrolmentId: string | null;
  /** the region that decided */
  readonly regionCode: string;
  readonly scope: FindingScope;
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly text: string;
  readonly recordedBy: string;
  readonly liftedOn: string | null;
  readonly liftedBy: string | null;
  readonly liftingDocument: string | null;
}

export const findingRow = plainSchema<FindingRow>('finding', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  enrolmentId: 'bigint',
  regionCode: 'text',
  scope: 'text',
  documentNumber: 'text',
  decidedOn: 'date',
  text: 'text',
  recordedBy: 'text',
  liftedOn: 'date',
  liftedBy: 'text',
  liftingDocument: 'text',
});
