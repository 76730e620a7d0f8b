import { plainSchema } from './plain-schema.js';

/** A written exception to the online share limit, with the hours for which it was granted. */
export interface OnlineExceptionRow {
  readonly id: string;
  readonly year: number;
  readonly courseRunId: string;
  /** the version that was seen when it was granted */
  readonly courseRunVersion: number;
  /** decimal texts */
  readonly onlineHours: string;
  readonly offlineHours: string;
  /** the organising region of the run */
  readonly regionCode: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly grantedOn: string;
  readonly grantedBy: string;
}

export const onlineExceptionRow = plainSchema<OnlineExceptionRow>('online_exception', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  courseRunVersion: 'integer',
  onlineHours: 'numeric',
  offlineHours: 'numeric',
  regionCode: 'text',
  documentNumber: 'text',
  reason: 'text',
  grantedOn: 'date',
  grantedBy: 'text',
});
