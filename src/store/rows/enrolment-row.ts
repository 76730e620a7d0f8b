import type { LevelCode } from '../../policy/input.js';
import type { FundingMode } from './course-run-row.js';
import { plainSchema } from './plain-schema.js';

/** TRANSFERRED: the person goes on in another run. CERTIFIED: the level certificate has been issued. */
export type EnrolmentStatus = 'ENROLLED' | 'WITHDRAWN' | 'TRANSFERRED' | 'CERTIFIED';

/** One person on the roster of one course run, without name and number. */
export interface EnrolmentRow {
  readonly id: string;
  /** that of the run */
  readonly year: number;
  readonly courseRunId: string;
  readonly personId: string;
  /** the trainee's own region, which supervises and pays, and whose place is taken */
  readonly regionCode: string;
  /** the region that organises the run */
  readonly organisingRegionCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly level: LevelCode;
  readonly fundingMode: FundingMode;
  readonly category: string | null;
  readonly categoryEvidence: string | null;
  readonly meetsNationalStandard: boolean;
  readonly realNameNumber: string | null;
  readonly realNameOn: string | null;
  readonly status: EnrolmentStatus;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  /** the enrolment in which the person goes on */
  readonly transferredTo: string | null;
  /** decimal text */
  readonly attendedHours: string | null;
  /** the entry of the audit log that enrolled the person, whose root covers this line */
  readonly entryId: string;
  /** the number under the person's salt: what the line says of it */
  readonly identityDigest: string;
}

export const enrolmentRow = plainSchema<EnrolmentRow>('enrolment', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  personId: 'bigint',
  regionCode: 'text',
  organisingRegionCode: 'text',
  institutionCode: 'text',
  occupationCode: 'text',
  level: 'text',
  fundingMode: 'text',
  category: 'text',
  categoryEvidence: 'text',
  meetsNationalStandard: 'boolean',
  realNameNumber: 'text',
  realNameOn: 'date',
  status: 'text',
  enrolledOn: 'date',
  endedOn: 'date',
  endReason: 'text',
  transferredTo: 'bigint',
  attendedHours: 'numeric',
  entryId: 'bigint',
  identityDigest: 'text',
});
