import type { LevelCode } from '../../policy/input.js';
import { plainSchema } from './plain-schema.js';

export type CourseRunStatus = 'FILED' | 'APPROVED' | 'REJECTED' | 'STARTED' | 'FINISHED' | 'CANCELLED';
export type FundingMode = 'SUBSIDISED' | 'MARKET';
export type TeachingMode = 'OFFLINE' | 'ONLINE' | 'BLENDED';

/** A course run as it stands now; its earlier versions are kept beside it. */
export interface CourseRunRow {
  readonly id: string;
  /** the calendar year whose places it takes */
  readonly year: number;
  readonly status: CourseRunStatus;
  readonly version: number;
  /** the region that organises it */
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly track: string | null;
  readonly level: LevelCode;
  readonly fundingMode: FundingMode;
  readonly planId: string | null;
  readonly mode: TeachingMode;
  /** decimal texts */
  readonly onlineHours: string;
  readonly offlineHours: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly venue: string;
  /** null: outside the fifteen regions */
  readonly venueRegionCode: string | null;
  readonly places: number;
  readonly filedOn: string;
  readonly filedBy: string;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly cancelledOn: string | null;
  readonly statusReason: string | null;
  /** the pending transfer that holds its places */
  readonly holdId: string | null;
}

export const courseRunRow = plainSchema<CourseRunRow>('course_run', {
  id: 'bigint',
  year: 'integer',
  status: 'text',
  version: 'integer',
  regionCode: 'text',
  institutionCode: 'text',
  occupationCode: 'text',
  track: 'text',
  level: 'text',
  fundingMode: 'text',
  planId: 'bigint',
  mode: 'text',
  onlineHours: 'numeric',
  offlineHours: 'numeric',
  startsOn: 'date',
  endsOn: 'date',
  venue: 'text',
  venueRegionCode: 'text',
  places: 'integer',
  filedOn: 'date',
  filedBy: 'text',
  decidedBy: 'text',
  decidedOn: 'date',
  startedOn: 'date',
  finishedOn: 'date',
  cancelledOn: 'date',
  statusReason: 'text',
  holdId: 'bigint',
});
