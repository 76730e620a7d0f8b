import { type Bilingual, bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { type DirectoryKind, hasListing, isListed } from './directory.js';
import type { Citation, Figure } from './figure.js';
import type { QuoteStatement } from './quote.js';
import type { RuleBook } from './rule-book.js';

/** A figure, a reading or a listing that an estimate depends on and that is not the same in two rule books. */
export interface QuoteRuleChange {
  readonly kind: string;
  readonly key: string;
  readonly name: Bilingual;
  /** null: there was none */
  readonly before: string | null;
  /** null: there is none any more */
  readonly after: string | null;
  /** where what holds now stands; where nothing does, what held before */
  readonly citation: Citation;
}

/** One thing that an estimate depends on, as a rule book has it. */
interface Fact {
  readonly kind: string;
  readonly key: string;
  readonly name: Bilingual;
  readonly value: string | null;
  readonly citation: Citation | null;
}

/** The readings that decide what an estimate comes to. */
const READINGS = [
  'amount.payableHours',
  'amount.cityOverride',
  'amount.onlineHoursRate',
  'amount.rounding',
  'eligibility.sixCategories',
] as const;

/**
 * What a quote's amounts and decisions depend on and what is different now: required hours and hourly rates of its lines, the share of online hours, the readings of
 * open questions, and whether somebody is listed for its occupations. Other changes of the rule book have no part in the quote.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function quoteRuleChanges(then: RuleBook, now: RuleBook, quote: QuoteStatement): readonly QuoteRuleChange[] {
  const before = factsOf(then, quote);
  const after = factsOf(now, quote);
  return after.flatMap((present, index) => {
    const past = before[index];
    const citation = present.citation ?? past?.citation ?? null;
    if (past === undefined || past.value === present.value || citation === null) return [];
    return [{ kind: present.kind, key: present.key, name: present.name, before: past.value, after: present.value, citation }];
  });
}

/** The same list for every rule book: only values and citations differ. */
function factsOf(book: RuleBook, { lines, institution }: QuoteStatement): readonly Fact[] {
  const cells = [...new Map(lines.map(({ occupation, level }) => [`${occupation}/${level}`, { occupation, level }])).values()];
  const occupations = [...new Set(cells.map(({ occupation }) => occupation))];
  return [
    ...cells.flatMap(({ occupation, level }) => [hoursFact(book, `${occupation}/${level}`), rateFact(book, occupation, level)]),
    figureFact(book, 'ONLINE_SHARE_MAX', 'ALL', bilingual('线上学时占比上限', 'Limit of the share of online hours')),
    ...READINGS.map((key) => readingFact(book, key)),
    ...occupations.flatMap((occupation) => [
      listingFact(book, 'TRAINING', occupation, institution),
      listingFact(book, 'ASSESSMENT', occupation, null),
    ]),
  ];
}

const factOfFigure = (kind: string, key: string, name: Bilingual, figure: Figure | null): Fact => ({
  kind,
  key,
  name,
  value: figure?.value ?? null,
  citation: figure?.citation ?? null,
});

const figureFact = (book: RuleBook, kind: string, key: string, name: Bilingual): Fact =>
  factOfFigure(kind, key, name, book.findFigure(kind, key));

const hoursFact = (book: RuleBook, key: string): Fact => figureFact(book, 'REQUIRED_HOURS', key, bilingual('规定学时', 'Required hours'));

/** A region may have recorded a rate of its own for one occupation, which stands above the printed one of the level. */
function rateFact(book: RuleBook, occupation: string, level: string): Fact {
  const key = `${occupation}/${level}`;
  const figure = book.findFigure('HOURLY_RATE', key) ?? book.findFigure('HOURLY_RATE', level);
  return factOfFigure('HOURLY_RATE', key, bilingual('每学时标准', 'Hourly rate'), figure);
}

function readingFact(book: RuleBook, key: string): Fact {
  const setting = book.setting(key);
  const name = bilingual(`未决问题 ${key} 的理解`, `Reading of the open question ${key}`);
  return { kind: 'READING', key, name, value: setting?.reading ?? null, citation: setting?.citation ?? null };
}

const LISTS: Readonly<Record<DirectoryKind, readonly [name: Bilingual, clause: string]>> = {
  TRAINING: [bilingual('培训机构目录', 'Directory of training institutions'), 'LN2023-36/4.1.1'],
  ASSESSMENT: [bilingual('评价机构目录', 'Directory of assessment bodies'), 'LN2023-36/4.2.1'],
};

function listingFact(book: RuleBook, kind: DirectoryKind, occupation: string, institution: string | null): Fact {
  const [name, clause] = LISTS[kind];
  const isThere = institution === null ? hasListing(book, kind, occupation) : isListed(book, kind, institution, occupation);
  const key = institution === null ? occupation : `${institution}/${occupation}`;
  return { kind: `${kind}_LISTING`, key, name, value: isThere ? 'LISTED' : 'NOT_LISTED', citation: clauseCitation(book, clause) };
}
