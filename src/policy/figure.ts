import type { Bilingual } from './bilingual.js';

/** How a printed figure binds: 给予 FIXED, 最高/不超过 CAP, 不少于 FLOOR, 左右 APPROXIMATE, 参考标准 REFERENCE, no figure UNSPECIFIED. */
export type Binding = 'FIXED' | 'CAP' | 'FLOOR' | 'APPROXIMATE' | 'REFERENCE' | 'UNSPECIFIED';

/** What one figure is counted for. */
export type FigureUnit = 'EACH' | 'PERSON' | 'PERSON_YEAR' | 'PERSON_MONTH' | 'EVENT' | 'PROJECT';

/** What kind of quantity a figure is. */
export type Quantity =
  | 'CNY'
  | 'CNY_PER_HOUR'
  | 'HOURS'
  | 'PERSONS'
  | 'SHARE'
  | 'YEARS'
  | 'MONTHS'
  | 'WORKING_DAYS'
  | 'COUNT'
  | 'CHARACTERS'
  | 'DATE'
  | 'FLAG';

/** How sure a row is: printed in the notice, inferred from it, or neither printed nor settled. */
export type RowStatus = 'PRINTED' | 'INFERRED' | 'UNCONFIRMED';

/** Where a figure or list entry stands, and when it holds. Days are ISO, Asia/Shanghai; `validTo` and `knownTo` are null while open. */
export interface Citation {
  readonly documentCode: string;
  readonly documentNumber: string | null;
  readonly clause: string;
  readonly annex: string | null;
  readonly row: string | null;
  readonly column: string | null;
  /** null: the notice prints no day. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly knownFrom: string | null;
  readonly knownTo: string | null;
  readonly lastVerifiedOn: string;
  readonly status: RowStatus;
  readonly binding: Binding | null;
  readonly note: string | null;
}

/** One dated figure of a notice. `value` is a decimal string (a day for DATE, 1 or 0 for FLAG), null when the notice names none. */
export interface Figure {
  readonly kind: string;
  readonly key: string;
  /** null: the province. */
  readonly regionCode: string | null;
  readonly value: string | null;
  readonly quantity: Quantity;
  readonly unit: FigureUnit;
  readonly binding: Binding;
  readonly attributes: Readonly<Record<string, string>>;
  readonly citation: Citation;
}

/** One dated entry of a list: a region, an occupation, an institution, a listing, a reward item. */
export interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly regionCode: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly citation: Citation;
}

/** One dated reading of an open question. */
export interface Setting {
  readonly key: string;
  readonly regionCode: string | null;
  readonly reading: string;
  readonly citation: Citation;
}

/** The sheet of a notice. */
export interface Measure {
  readonly code: string;
  readonly number: string | null;
  readonly title: Bilingual;
  readonly issuer: Bilingual;
  readonly issuedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly status: RowStatus;
  readonly lastVerifiedOn: string;
  readonly note: Bilingual;
  readonly normCount: number;
}
