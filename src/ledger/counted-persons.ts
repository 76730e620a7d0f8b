import { invariant } from '../money/invariant.js';

/** What a region's places count (Q47): a person once a year, or every enrolment by itself. */
export type QuotaUnit = 'DISTINCT_PERSONS' | 'CERTIFICATES';

/** How many enrolments count on one named place, and whether a level certificate has used it. */
export interface Counting {
  readonly enrolments: number;
  readonly isUsed: boolean;
}

/** A named place of a region and year, and who is counted on it. */
export interface CountedPlace extends Counting {
  readonly regionCode: string;
  readonly year: number;
  readonly counted: string;
  /** id of the pending transfer that named it */
  readonly transferId: string;
}

/**
 * What is counted once per region and year: the person, or by the other reading of `quota.unit` the enrolment.
 * Source: 辽人社发〔2023〕36号, 附件7
 */
export const countedBy = (unit: QuotaUnit, subject: { readonly personId: string; readonly enrolmentId: string }): string =>
  unit === 'DISTINCT_PERSONS' ? `person/${subject.personId}` : `enrolment/${subject.enrolmentId}`;

/** One enrolment more on a place; `isCounted` says whether there was a place before, so that no second one is named. Source: our design, docs/decisions/0011-places-ledger.md */
export const countOneMore = (before: Counting | null): { readonly after: Counting; readonly isCounted: boolean } => ({
  after: { enrolments: (before?.enrolments ?? 0) + 1, isUsed: before?.isUsed ?? false },
  isCounted: before !== null,
});

/**
 * One enrolment fewer; `isLast` says whether the place falls free. A certified enrolment is not withdrawn, so that a used place keeps one: else it is a bug.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const countOneLess = (before: Counting): { readonly after: Counting | null; readonly isLast: boolean } => {
  const enrolments = before.enrolments - 1;
  invariant(enrolments > 0 || (enrolments === 0 && !before.isUsed), 'the last enrolment on a used place is not withdrawn');
  return enrolments === 0 ? { after: null, isLast: true } : { after: { ...before, enrolments }, isLast: false };
};

/** The place after a level certificate; `isFirst` says whether this one uses it. Source: our design, docs/decisions/0011-places-ledger.md */
export const countAsUsed = (before: Counting): { readonly after: Counting; readonly isFirst: boolean } => ({
  after: { ...before, isUsed: true },
  isFirst: !before.isUsed,
});
