import type { LedgerUnit } from '../../ledger/account.js';
import { invariant } from '../../money/invariant.js';
import { yuanOfFen } from '../../money/whole-fen.js';

const HUNDREDTHS = /^(-?)(\d+)(?:\.(\d\d))?$/;

/**
 * The whole number of places or fen that a numeric(18,2) of the database says.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const readAmount = (unit: LedgerUnit, text: string): bigint => {
  const [, sign = '', whole, fraction = '00'] = HUNDREDTHS.exec(text) ?? [];
  invariant(whole !== undefined, `'${text}' is no amount of the ledger`);
  invariant(unit === 'CNY' || fraction === '00', `'${text}' is no whole number of places`);
  const amount = BigInt(unit === 'CNY' ? `${whole}${fraction}` : whole);
  return sign === '' ? amount : -amount;
};

/** The numeric text of a number of places or fen. Source: our design, docs/decisions/0011-places-ledger.md */
export const writeAmount = (unit: LedgerUnit, amount: bigint): string => (unit === 'PLACE' ? `${amount}` : yuanOfFen(amount));
