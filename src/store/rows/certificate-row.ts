import type { LevelCode } from '../../policy/input.js';
import { plainSchema } from './plain-schema.js';

export type CertificateKind = 'TRAINING' | 'LEVEL';
export type CertificateVerification = 'UNVERIFIED' | 'VERIFIED' | 'FAILED';
export type VerificationSource = 'OSTA' | 'ZSGX' | 'PAPER';

/** A certificate that was issued to the trainee of an enrolment: who that is stands with the enrolment only. */
export interface CertificateRow {
  readonly id: string;
  /** that of its enrolment */
  readonly year: number;
  readonly kind: CertificateKind;
  readonly enrolmentId: string;
  readonly courseRunId: string;
  /** the plan that a level certificate rests on */
  readonly assessmentPlanId: string | null;
  readonly issuerCode: string;
  /** as the directory had it on the day of issue */
  readonly issuerName: string;
  readonly number: string;
  readonly occupationCode: string;
  readonly track: string | null;
  readonly level: LevelCode;
  /** of a training certificate: first day, last day, hours as a decimal text */
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly hours: string | null;
  /** of a level certificate: the days of both parts, and that its holder met the conditions of the national standard */
  readonly theoryPassedOn: string | null;
  readonly practicePassedOn: string | null;
  readonly meetsNationalStandard: boolean | null;
  readonly issuedOn: string;
  readonly recordedBy: string;
  readonly verification: CertificateVerification;
  readonly verificationSource: VerificationSource | null;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  readonly verificationNote: string | null;
}

export const certificateRow = plainSchema<CertificateRow>('certificate', {
  id: 'bigint',
  year: 'integer',
  kind: 'text',
  enrolmentId: 'bigint',
  courseRunId: 'bigint',
  assessmentPlanId: 'bigint',
  issuerCode: 'text',
  issuerName: 'text',
  number: 'text',
  occupationCode: 'text',
  track: 'text',
  level: 'text',
  fromOn: 'date',
  toOn: 'date',
  hours: 'numeric',
  theoryPassedOn: 'date',
  practicePassedOn: 'date',
  meetsNationalStandard: 'boolean',
  issuedOn: 'date',
  recordedBy: 'text',
  verification: 'text',
  verificationSource: 'text',
  verifiedBy: 'text',
  verifiedOn: 'date',
  verificationNote: 'text',
});
