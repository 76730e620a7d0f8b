import type { DirectoryKind } from '../directory.js';
import type { LevelCode } from '../input.js';
import type { ListingStatus } from '../training/listing-status.js';

/** A reading of an open question for the days of a period; `regionCode` null: the province. */
export interface ReadingPayload {
  readonly kind: 'READING';
  readonly key: string;
  readonly reading: string;
  readonly regionCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The confirmed categories of trainees from a day on, in the place of all that stood before. */
export interface CategoryListPayload {
  readonly kind: 'CATEGORY_LIST';
  readonly validFrom: string;
  readonly categories: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[];
}

/** A region's own hourly rate (yuan) or required hours for one cell of the tariff; without an occupation a rate is for all of the level. */
export interface RegionalRatePayload {
  readonly kind: 'REGIONAL_RATE';
  readonly regionCode: string;
  readonly figure: 'HOURLY_RATE' | 'REQUIRED_HOURS';
  readonly occupationCode: string | null;
  readonly level: LevelCode;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** whether it takes the place of an earlier one on the days of both; else such days are refused */
  readonly replacesEarlier: boolean;
}

/** The status of a listed body from a day on, as a whole or for one occupation. */
export interface DirectoryStatusPayload {
  readonly kind: 'DIRECTORY_STATUS';
  readonly directory: DirectoryKind;
  readonly bodyCode: string;
  readonly occupationCode: string | null;
  readonly status: ListingStatus;
  readonly validFrom: string;
}

/** A new listing of a body for an occupation; `newBody` where the body itself is new to the directory. */
export interface ListingPayload {
  readonly kind: 'LISTING';
  readonly directory: DirectoryKind;
  readonly bodyCode: string;
  readonly newBody: NewBody | null;
  readonly occupationCode: string;
  readonly validFrom: string;
}

export interface NewBody {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly homeRegionCode: string | null;
}

/** The unified social credit code of a listed body. */
export interface CreditCodePayload {
  readonly kind: 'CREDIT_CODE';
  readonly directory: DirectoryKind;
  readonly bodyCode: string;
  readonly creditCode: string;
  readonly validFrom: string;
}

/** Places moved between regions, or with `changesTotal` also between regions and the province, for one calendar year. */
export interface QuotaAdjustmentPayload {
  readonly kind: 'QUOTA_ADJUSTMENT';
  readonly year: number;
  readonly changes: readonly QuotaAdjustmentLine[];
  readonly changesTotal: boolean;
  readonly reason: string;
}

export interface QuotaAdjustmentLine {
  readonly regionCode: string;
  /** places; below zero gives, above zero takes */
  readonly by: number;
}

/** What one person proposes about the rules and another one approves. */
export type RulePayload =
  | ReadingPayload
  | CategoryListPayload
  | RegionalRatePayload
  | DirectoryStatusPayload
  | ListingPayload
  | CreditCodePayload;

/** What one person proposes and another one approves. */
export type ProposalPayload = RulePayload | QuotaAdjustmentPayload;

export type ProposalKind = ProposalPayload['kind'];

export type ProposalStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED';
