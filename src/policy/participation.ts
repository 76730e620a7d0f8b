import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { clauseCitation, requireInForce, TRAINING_NOTICE } from './citations.js';
import { step } from './explanation.js';
import { dayText, expects, flag, nameText, optional } from './input.js';
import { findRegion } from './regions.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { readingOf } from './readings.js';

const kind = z.enum(['WORKER', 'STUDENT'], { error: expects('应为 WORKER（从业人员）或 STUDENT（学生）', 'WORKER or STUDENT') });
const participationInput = z.strictObject({
  on: optional(dayText),
  kind,
  /** the region where the person works or studies */
  region: nameText,
  /** for workers: employed in, or intending to take up, work in the digital economy */
  isInDigitalEconomy: optional(flag),
  /** for students: full-time, at a regular institution of higher education */
  isFullTimeStudent: optional(flag),
  /** for students: the day of graduation */
  graduatesOn: optional(dayText),
});
export type ParticipationInput = z.infer<typeof participationInput>;

export type ParticipationReason =
  | 'REGION_OUTSIDE_PROVINCE'
  | 'NOT_IN_DIGITAL_ECONOMY'
  | 'NOT_FULL_TIME_STUDENT'
  | 'NOT_IN_GRADUATING_ACADEMIC_YEAR';

export interface Participation {
  readonly mayAttend: boolean;
  readonly reasons: readonly ParticipationReason[];
  /** first and last day of the graduating academic year that was looked at; null for workers */
  readonly academicYear: { readonly from: string; readonly to: string } | null;
}

/**
 * Whether a person may attend the training at all: the wide circle. It says nothing about a subsidy.
 * Source: 辽人社发〔2023〕36号, 三; Q02
 */
export const participation: Rule<ParticipationInput, Participation> = {
  name: 'participation',
  version: '1',
  input: participationInput,
  regionOf: () => null,
  decide(book, input) {
    requireInForce(book, TRAINING_NOTICE);
    const academicYear = input.kind === 'STUDENT' && input.graduatesOn !== null ? graduatingYear(book, input.graduatesOn) : null;
    const reasons = unmet(book, input, academicYear);
    const clause = input.kind === 'WORKER' ? 'LN2023-36/3.1' : 'LN2023-36/3.2';
    const explanation = step({
      label: bilingual('参加培训资格', 'May attend'),
      rule: ruleVersion(participation),
      result: reasons.length === 0 ? 'MAY_ATTEND' : reasons.join(', '),
      unit: 'DECISION',
      citations: [clauseCitation(book, clause)],
    });
    return { outcome: { mayAttend: reasons.length === 0, reasons, academicYear }, explanation };
  },
};

function unmet(book: RuleBook, input: ParticipationInput, academicYear: Participation['academicYear']): ParticipationReason[] {
  const reasons: ParticipationReason[] = [];
  const isAnyUniversity = input.kind === 'STUDENT' && readingOf(book, 'eligibility.studentWindow') === 'JULY_TO_JUNE_ANY_UNIVERSITY';
  if (!isAnyUniversity && findRegion(book, input.region) === null) reasons.push('REGION_OUTSIDE_PROVINCE');
  if (input.kind === 'WORKER') {
    if (input.isInDigitalEconomy !== true) reasons.push('NOT_IN_DIGITAL_ECONOMY');
    return reasons;
  }
  if (input.isFullTimeStudent !== true) reasons.push('NOT_FULL_TIME_STUDENT');
  const { on } = book.query;
  if (academicYear === null || on < academicYear.from || on > academicYear.to) reasons.push('NOT_IN_GRADUATING_ACADEMIC_YEAR');
  return reasons;
}

/** The year that ends in a graduation: 1 July to 30 June by the default reading of Q02, else the calendar year. */
function graduatingYear(book: RuleBook, graduatesOn: string): { from: string; to: string } {
  const year = parseInt(graduatesOn.slice(0, 4), 10);
  if (readingOf(book, 'eligibility.studentWindow') === 'CALENDAR_YEAR_LIAONING')
    return { from: `${yearText(year)}-01-01`, to: `${yearText(year)}-12-31` };
  const endYear = graduatesOn.slice(5) <= '06-30' ? year : year + 1;
  return { from: `${yearText(endYear - 1)}-07-01`, to: `${yearText(endYear)}-06-30` };
}

const yearText = (year: number): string => `${year}`.padStart(4, '0');
