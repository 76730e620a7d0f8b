import { exact } from '../../money/exact.js';
import { formatHours } from '../../money/hours.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { coversShare } from '../training/online-gate.js';
import { isFullyRecorded } from '../training/recordings.js';
import { type RunHours, totalHoursOf } from '../training/supervised-run.js';
import type { ClaimLineFacts } from './claim-line.js';

/** What is recorded of one trainee in a claim. */
export interface RecordedLine extends RunHours {
  readonly tuitionCharged: string;
  readonly fundingMode: 'SUBSIDISED' | 'MARKET';
  readonly category: string | null;
  readonly meetsNationalStandard: boolean;
  readonly isRealNameRegistered: boolean;
  readonly traineeRegion: string;
  readonly organisingRegion: string;
  readonly institution: string;
  readonly occupation: string;
  readonly level: 'JUNIOR' | 'INTERMEDIATE' | 'SENIOR';
  readonly filedOn: string;
  readonly exceptions: readonly RunHours[];
  readonly recordings: { readonly sessionDays: number; readonly missingDays: readonly string[] };
  readonly training: { readonly hours: string; readonly verification: string } | null;
  readonly levelCertificate: {
    readonly occupation: string;
    readonly level: string;
    readonly assessmentBody: string;
    readonly verification: string;
    readonly meetsNationalStandard: boolean;
  } | null;
  readonly personFindings: number;
  readonly classFindings: number;
  readonly paidBefore: string;
  readonly isAlreadyPaid: boolean;
}

/**
 * The question that the rule of a claim line is asked about what is recorded. A run without declared session days counts as not recorded; a run outside the province cannot be filed, so none is here.
 * Source: 辽人社发〔2023〕36号, 四, 五; Q03
 */
export function questionOf(book: RuleBook, line: RecordedLine): Readonly<Record<keyof ClaimLineFacts, unknown>> {
  const { training, levelCertificate: level } = line;
  return {
    trainee: {
      on: line.filedOn,
      occupation: line.occupation,
      level: line.level,
      fundingMode: line.fundingMode,
      category: line.category,
      meetsNationalStandard: isStandardMet(book, line),
      institution: line.institution,
      assessmentBody: level?.assessmentBody ?? null,
      hasTrainingCertificate: training !== null,
      hasLevelCertificate: level !== null,
      certificateOccupation: level?.occupation ?? null,
      certificateLevel: level?.level ?? null,
      certifiedHours: formatHours(exact(training?.hours ?? '0')),
      totalHours: totalHoursOf(line),
      onlineHours: formatHours(exact(line.onlineHours)),
      isRecorded: isFullyRecorded({ ...line.recordings, recordings: 0, recordedDays: 0 }) === true,
      tuitionCharged: line.tuitionCharged,
      isCrossProvince: false,
      violation: line.personFindings > 0 ? 'PERSON' : line.classFindings > 0 ? 'CLASS' : null,
      traineeRegion: line.traineeRegion,
      organisingRegion: line.organisingRegion,
      isAlreadyPaid: line.isAlreadyPaid,
    },
    isOnlineExcepted: line.exceptions.some((granted) => coversShare(granted, line)),
    isRealNameRegistered: line.isRealNameRegistered,
    trainingVerification: training?.verification ?? null,
    levelVerification: level?.verification ?? null,
    paidBefore: line.paidBefore,
  };
}

/** Who must have attested that the national standard is met: the institution at enrolment, the assessment body with its certificate, or both. */
function isStandardMet(book: RuleBook, { meetsNationalStandard, levelCertificate }: RecordedLine): boolean {
  const reading = readingOf(book, 'eligibility.standardMet');
  const isByBody = levelCertificate === null || levelCertificate.meetsNationalStandard;
  if (reading === 'ATTESTED_BY_INSTITUTION') return meetsNationalStandard;
  return reading === 'ATTESTED_BY_ASSESSMENT_BODY' ? isByBody : meetsNationalStandard && isByBody;
}
