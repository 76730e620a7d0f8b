import type { Refusal } from '../../policy/refusals/refusal.js';
import type { EnrolmentLine } from '../../policy/training/enrolment-line.js';

/** A list of trainees for one run. */
export interface Enrolling {
  readonly courseRunId: string;
  readonly enrolledOn: string;
  readonly lines: readonly EnrolmentLine[];
  /** what stands before the fields of a line in an error, such as `lines[2].` */
  readonly at: (index: number) => string;
  readonly isAllOrNothing: boolean;
}

/** What is wrong with one line of the list. */
export interface LineRefusals {
  readonly index: number;
  readonly refusals: readonly Refusal[];
}
