import { plainSchema } from './plain-schema.js';

export type PlanStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED';

/** A plan for subsidised training that a city draws up with an institution before the start. */
export interface TrainingPlanRow {
  readonly id: string;
  /** the calendar year whose places its course runs take */
  readonly year: number;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly places: number;
  readonly drawnUpOn: string;
  readonly status: PlanStatus;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
}

export const trainingPlanRow = plainSchema<TrainingPlanRow>('training_plan', {
  id: 'bigint',
  year: 'integer',
  regionCode: 'text',
  institutionCode: 'text',
  title: 'text',
  documentNumber: 'text',
  places: 'integer',
  drawnUpOn: 'date',
  status: 'text',
  proposedBy: 'text',
  decidedBy: 'text',
  decidedOn: 'date',
});
