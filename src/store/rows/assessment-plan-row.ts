import { plainSchema } from './plain-schema.js';

export type AssessmentPlanStatus = 'FILED' | 'CONFIRMED' | 'WITHDRAWN';

/** When and by whom the trainees of a course run are to be assessed: set together by the training institution and an assessment body. */
export interface AssessmentPlanRow {
  readonly id: string;
  /** that of its course run */
  readonly year: number;
  readonly courseRunId: string;
  readonly assessmentBodyCode: string;
  readonly theoryOn: string;
  readonly practiceOn: string;
  readonly documentNumber: string;
  readonly status: AssessmentPlanStatus;
  readonly filedOn: string;
  readonly filedBy: string;
  readonly confirmedBy: string | null;
  readonly confirmedOn: string | null;
}

export const assessmentPlanRow = plainSchema<AssessmentPlanRow>('assessment_plan', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  assessmentBodyCode: 'text',
  theoryOn: 'date',
  practiceOn: 'date',
  documentNumber: 'text',
  status: 'text',
  filedOn: 'date',
  filedBy: 'text',
  confirmedBy: 'text',
  confirmedOn: 'date',
});
