import { invariant } from './invariant.js';

const YUAN = /^(-?)(\d+)\.(\d\d)$/;

/**
 * The whole number of fen that a yuan text such as `1280.00` says, of any size. Throws on any other text.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export const fenOfYuan = (text: string): bigint => {
  const [, sign = '', whole, fraction = ''] = YUAN.exec(text) ?? [];
  invariant(whole !== undefined, `'${text}' is no amount in yuan with two decimals`);
  const fen = BigInt(`${whole}${fraction}`);
  return sign === '' ? fen : -fen;
};

/** The yuan text of a whole number of fen of any size. Source: our design, docs/decisions/0005-exact-money.md */
export const yuanOfFen = (fen: bigint): string => {
  const digits = `${fen < 0n ? -fen : fen}`.padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
