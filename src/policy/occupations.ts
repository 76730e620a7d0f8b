import { type Bilingual, bilingual } from './bilingual.js';
import { requireInForce, TRAINING_NOTICE } from './citations.js';
import { Failure } from './failure.js';
import type { Entry } from './figure.js';
import { type LevelCode, shown } from './input.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

/** The three levels in the order of the columns of Annex 5. Source: 辽人社发〔2023〕36号, 附件5 */
export const LEVELS: readonly LevelCode[] = ['JUNIOR', 'INTERMEDIATE', 'SENIOR'];

export const LEVEL_NAMES: Readonly<Record<LevelCode, Bilingual>> = {
  JUNIOR: bilingual('初级', 'junior'),
  INTERMEDIATE: bilingual('中级', 'intermediate'),
  SENIOR: bilingual('高级', 'senior'),
};

export interface Occupation {
  readonly code: string;
  readonly printedOrder: number;
  readonly nameZh: string;
  readonly shortZh: string;
  readonly nameEn: string;
  /** As printed: the 2015 edition with its later announcements. */
  readonly nationalCode: string;
  /** The 2022 edition, UNCONFIRMED. */
  readonly nationalCode2022: string | null;
  readonly aliasesZh: readonly string[];
  readonly entry: Entry;
}

/** The ten occupations in the order of Annex 5. Source: 辽人社发〔2023〕36号, 附件5 */
export const occupationsOf = rememberedPerBook((book: RuleBook): readonly Occupation[] =>
  book
    .entries('OCCUPATION')
    .map(toOccupation)
    .sort((a, b) => a.printedOrder - b.printedOrder),
);

/** The occupations by code, national code and every Chinese name. */
export const occupationsByName = rememberedPerBook(
  (book: RuleBook) =>
    new Map(
      occupationsOf(book).flatMap((occupation) =>
        [occupation.code, occupation.nameZh, occupation.shortZh, occupation.nationalCode, ...occupation.aliasesZh].map(
          (name) => [name, occupation] as const,
        ),
      ),
    ),
);

export const findOccupation = (book: RuleBook, codeOrName: string): Occupation | null => occupationsByName(book).get(codeOrName) ?? null;

/** The occupation of a code, a printed national code or a Chinese name. Throws UNKNOWN_OCCUPATION with the codes that are known. */
export function occupationOf(book: RuleBook, codeOrName: string, field: string): Occupation {
  const occupation = findOccupation(book, codeOrName);
  if (occupation !== null) return occupation;
  requireInForce(book, TRAINING_NOTICE);
  const known = occupationsOf(book);
  throw new Failure(
    'UNKNOWN_OCCUPATION',
    bilingual(
      `${field}：附件5 没有职业“${shown(codeOrName)}”。可用的有：${known.map(({ code, shortZh }) => `${shortZh}(${code})`).join('、')}。`,
      `${field}: Annex 5 has no occupation "${shown(codeOrName)}". Known are: ${known.map(({ code }) => code).join(', ')}.`,
    ),
    field,
  );
}

const toOccupation = (entry: Entry): Occupation => ({
  code: entry.key,
  printedOrder: parseInt(entry.attributes['printedOrder'] ?? '', 10),
  nameZh: entry.attributes['nameZh'] ?? entry.key,
  shortZh: entry.attributes['shortZh'] ?? entry.key,
  nameEn: entry.attributes['nameEn'] ?? entry.key,
  nationalCode: entry.attributes['nationalCode'] ?? '',
  nationalCode2022: entry.attributes['nationalCode2022'] ?? null,
  aliasesZh: (entry.attributes['aliasesZh'] ?? '').split('|').filter((alias) => alias !== ''),
  entry,
});
