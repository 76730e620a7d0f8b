import { invariant } from '../money/invariant.js';

/** Whole places, or fen of a yuan: every amount in the ledger is a whole number of one of the two. */
export type LedgerUnit = 'PLACE' | 'CNY';

/** What has gone out of an account (debits) and into it (credits), held (pending) and for good (posted). */
export interface Balance {
  readonly debitsPending: bigint;
  readonly debitsPosted: bigint;
  readonly creditsPending: bigint;
  readonly creditsPosted: bigint;
}

export interface Account extends Balance {
  /** such as `PLACE/QUOTA/LN-210100/2024`; says all of what follows but the balance */
  readonly code: string;
  readonly unit: LedgerUnit;
  readonly kind: string;
  readonly regionCode: string | null;
  readonly year: number;
  readonly owner: string | null;
  /** whether more can never go out than has come in, held places counted as gone */
  readonly isLimited: boolean;
}

/** The kinds of account of each unit, and whether they are limited. */
const KINDS: Readonly<Record<LedgerUnit, Readonly<Record<string, boolean>>>> = {
  PLACE: { SOURCE: false, QUOTA: true, HELD: false, NAMED: false },
  CNY: { SOURCE: false, SPECIAL_ACCOUNT: true, EMPLOYMENT_SUBSIDY: true, PAID: true },
};

const CODE = /^(?<unit>PLACE|CNY)\/(?<kind>[A-Z_]+)(?:\/(?<regionCode>[A-Z]{2}-[A-Z0-9]+))?\/(?<year>\d{4})$/;

export const EMPTY_BALANCE: Balance = { debitsPending: 0n, debitsPosted: 0n, creditsPending: 0n, creditsPosted: 0n };

/**
 * What can still go out of the account, in its unit: what came in for good, less what is held and what went out. Below zero only where a limit was a
 * target for a while.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const available = ({ creditsPosted, debitsPending, debitsPosted }: Balance): bigint => creditsPosted - debitsPending - debitsPosted;

/**
 * The account of a code before anything moved. A code that follows no form is a bug.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const openedAccount = (code: string): Account => {
  const { unit = '', kind = '', regionCode = null, year = '' } = CODE.exec(code)?.groups ?? {};
  invariant(unit === 'PLACE' || unit === 'CNY', `'${code}' is no account code`);
  const isLimited = KINDS[unit][kind];
  invariant(isLimited !== undefined, `'${code}' is of no known kind`);
  return { code, unit, kind, regionCode, year: parseInt(year, 10), owner: null, isLimited, ...EMPTY_BALANCE };
};
