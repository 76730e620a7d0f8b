import type { Entry, Figure, Measure, Setting } from './figure.js';

/** Everything ever recorded, all versions: what rule books are built from. */
export interface RuleArchive {
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
  readonly entries: readonly Entry[];
  readonly settings: readonly Setting[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** A point that the notices leave open, with the reading in use until somebody settles it. */
export interface OpenQuestion {
  /** `Q08` */
  readonly id: string;
  /** `amount.payableHours` */
  readonly key: string;
  readonly group: string;
  readonly question: Text;
  readonly norms: readonly string[];
  readonly readings: readonly Reading[];
  readonly defaultReading: string;
  readonly reason: Text;
  readonly settledBy: Text;
  readonly status: 'UNCONFIRMED' | 'CONFIRMED';
}

export interface Reading {
  readonly code: string;
  readonly text: Text;
}

type Text = { readonly zh: string; readonly en: string };
