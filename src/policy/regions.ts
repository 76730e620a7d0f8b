import { bilingual } from './bilingual.js';
import { requireInForce, TRAINING_NOTICE } from './citations.js';
import { Failure } from './failure.js';
import type { Entry } from './figure.js';
import { shown } from './input.js';
import type { RuleBook } from './rule-book.js';
import { rememberedPerBook } from './remembered.js';

export interface Region {
  readonly code: string;
  readonly printedOrder: number;
  readonly nameZh: string;
  readonly nameZhFull: string;
  readonly nameEn: string;
  /** GB/T 2260 code; null for the Shenfu zone, which has none. */
  readonly gbtCode: string | null;
  readonly hasListedTrainer: boolean;
  readonly entry: Entry;
}

/** The fifteen regions in the order of Annex 7. Source: 辽人社发〔2023〕36号, 附件7 */
export const regionsOf = rememberedPerBook((book: RuleBook): readonly Region[] =>
  book
    .entries('REGION')
    .map(toRegion)
    .sort((a, b) => a.printedOrder - b.printedOrder),
);

const regionsByName = rememberedPerBook(
  (book: RuleBook) =>
    new Map(regionsOf(book).flatMap((region) => [region.code, region.nameZh, region.nameZhFull].map((name) => [name, region] as const))),
);

/** The region of a code or Chinese name, or null. */
export const findRegion = (book: RuleBook, codeOrName: string): Region | null => regionsByName(book).get(codeOrName) ?? null;

/** The region of a code or Chinese name. Throws UNKNOWN_REGION with the names that are known. */
export function regionOf(book: RuleBook, codeOrName: string, field: string): Region {
  const region = findRegion(book, codeOrName);
  if (region !== null) return region;
  requireInForce(book, TRAINING_NOTICE);
  const known = regionsOf(book).map(({ code, nameZh }) => `${nameZh}(${code})`);
  throw new Failure(
    'UNKNOWN_REGION',
    bilingual(
      `${field}：附件7 没有地区“${shown(codeOrName)}”。可用的有：${known.join('、')}。`,
      `${field}: Annex 7 has no region "${shown(codeOrName)}". Known are: ${known.join(', ')}.`,
    ),
    field,
  );
}

const toRegion = (entry: Entry): Region => ({
  code: entry.key,
  printedOrder: parseInt(entry.attributes['printedOrder'] ?? '', 10),
  nameZh: entry.attributes['nameZh'] ?? entry.key,
  nameZhFull: entry.attributes['nameZhFull'] ?? entry.key,
  nameEn: entry.attributes['nameEn'] ?? entry.key,
  gbtCode: entry.attributes['gbtCode'] ?? null,
  hasListedTrainer: entry.attributes['hasListedTrainer'] === 'true',
  entry,
});
