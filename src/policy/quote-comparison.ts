import { exact } from '../money/exact.js';
import { addFen, type Fen, formatFen, sumOfFen, timesFen, toFen } from '../money/fen.js';
import { invariant } from '../money/invariant.js';
import { roundToFen, yuan } from '../money/yuan.js';
import type { Bilingual } from './bilingual.js';
import { pairLines } from './quote-pairs.js';
import { causeText } from './quote-cause-texts.js';
import type { QuoteLine } from './quote.js';

/** Why a quote and what is asked now come to different amounts. */
export const QUOTE_CAUSES = [
  'OCCUPATION_OR_LEVEL_CHANGED',
  'HEADS_CHANGED',
  'HOURS_CHANGED',
  'RATE_CHANGED',
  'ROUNDING_CHANGED',
  'DECISION_CHANGED',
  'LINE_MISSING',
  'LINE_NEW',
] as const;
export type QuoteCauseCode = (typeof QUOTE_CAUSES)[number];

/** What is compared of a line, of a quote or of a claim: heads of one occupation and level, with what they come to. */
export type ComparedLine = Pick<
  QuoteLine,
  'occupation' | 'level' | 'headCount' | 'hours' | 'hourlyRate' | 'amountPerTrainee' | 'amount' | 'status'
>;

/** One cause of a difference, and the part of it that this cause explains. */
export interface QuoteCause {
  readonly code: QuoteCauseCode;
  /** of the quote's line, or of the new one */
  readonly occupation: string;
  readonly level: QuoteLine['level'];
  readonly before: string | null;
  readonly after: string | null;
  /** yuan, possibly negative */
  readonly amount: string;
  readonly text: Bilingual;
}

export interface QuoteComparison {
  readonly status: 'SAME' | 'DIFFERENT';
  readonly quotedAmount: string;
  readonly presentAmount: string;
  /** yuan: the present amount less the quoted one */
  readonly difference: string;
  /** in the order of the quote's lines, new lines last; their amounts sum to the difference */
  readonly causes: readonly QuoteCause[];
}

/**
 * Whether lines of now say the same as those of a quote, else the difference in yuan with its causes, whose amounts sum exactly to it. Lines are told apart by
 * occupation and level; SAME means that heads, hours, rate, decision and amount of every line are those of the quote. Within a line heads are changed first, at
 * the quoted amount, then hours, then the rate; where the decision changed, it explains the line alone.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function compareWithQuote(quoteLines: readonly ComparedLine[], presentLines: readonly ComparedLine[]): QuoteComparison {
  const quoted = totalOf(quoteLines);
  const present = totalOf(presentLines);
  const found = pairLines(quoteLines, presentLines).flatMap(([before, after]) => causesOf(before, after));
  const difference = addFen(present, -quoted);
  invariant(sumOfFen(found.map(({ fen }) => fen)) === difference, 'the causes of a difference sum to it');
  return {
    status: found.length === 0 ? 'SAME' : 'DIFFERENT',
    quotedAmount: formatFen(quoted),
    presentAmount: formatFen(present),
    difference: formatFen(difference),
    causes: found.map(({ fen, ...cause }) => {
      const amount = formatFen(fen);
      return { ...cause, amount, text: causeText({ ...cause, amount }) };
    }),
  };
}

type Found = Omit<QuoteCause, 'amount' | 'text'> & { readonly fen: Fen };

const fenOf = (amount: string): Fen => toFen(yuan(amount));
const totalOf = (lines: readonly ComparedLine[]): Fen => sumOfFen(lines.map(({ amount }) => fenOf(amount)));
const isSameDecimal = (left: string, right: string): boolean => exact(left).equals(exact(right));

function causesOf(before: ComparedLine | null, after: ComparedLine | null): readonly Found[] {
  if (before === null && after === null) return [];
  if (before === null || after === null) return [oneSided(before, after)];
  if (before.status !== after.status) return [decisionChanged(before, after)];
  return changesWithin(before, after);
}

function oneSided(before: ComparedLine | null, after: ComparedLine | null): Found {
  const { occupation, level } = (before ?? after) as ComparedLine;
  const fen = addFen(after === null ? 0 : fenOf(after.amount), before === null ? 0 : -fenOf(before.amount));
  const code = before === null ? 'LINE_NEW' : 'LINE_MISSING';
  return { code, occupation, level, before: before?.amount ?? null, after: after?.amount ?? null, fen };
}

const decisionChanged = (before: ComparedLine, after: ComparedLine): Found => ({
  code: 'DECISION_CHANGED',
  occupation: before.occupation,
  level: before.level,
  before: before.status,
  after: after.status,
  fen: addFen(fenOf(after.amount), -fenOf(before.amount)),
});

/** What changed within a line that is decided as before, one thing after the other, so that nothing is left unexplained. */
function changesWithin(before: ComparedLine, after: ComparedLine): readonly Found[] {
  const { occupation, level } = before;
  const isPaid = before.status === 'PAYABLE';
  // What is not paid is worth nothing before and after, whatever changed about it.
  const worth = (perTrainee: Fen): Fen => (isPaid ? perTrainee : 0);
  const perBefore = worth(fenOf(before.amountPerTrainee));
  const perAfter = worth(fenOf(after.amountPerTrainee));
  const cause = (code: QuoteCauseCode, from: string, to: string, fen: Fen): Found => ({
    code,
    occupation,
    level,
    before: from,
    after: to,
    fen,
  });
  const heads = addFen(after.headCount, -before.headCount);
  const isOther = before.occupation !== after.occupation || before.level !== after.level;
  const perHead = isOther
    ? [cause('OCCUPATION_OR_LEVEL_CHANGED', nameOf(before), nameOf(after), timesFen(addFen(perAfter, -perBefore), before.headCount))]
    : priceChanges(before, after, worth, cause);
  const headsAt = isOther ? perAfter : perBefore;
  const changed = [
    ...(isOther ? perHead : []),
    ...(heads === 0 ? [] : [cause('HEADS_CHANGED', `${before.headCount}`, `${after.headCount}`, timesFen(headsAt, heads))]),
    ...(isOther ? [] : perHead),
  ];
  const rest = addFen(addFen(fenOf(after.amount), -fenOf(before.amount)), -sumOfFen(changed.map(({ fen }) => fen)));
  return rest === 0 ? changed : [...changed, cause('ROUNDING_CHANGED', before.amount, after.amount, rest)];
}

const nameOf = ({ occupation, level }: ComparedLine): string => `${occupation}/${level}`;

/** What another number of hours and another rate change, for the heads of now. */
function priceChanges(
  before: ComparedLine,
  after: ComparedLine,
  worth: (perTrainee: Fen) => Fen,
  cause: (code: QuoteCauseCode, from: string, to: string, fen: Fen) => Found,
): readonly Found[] {
  const hoursChanged = !isSameDecimal(before.hours, after.hours);
  const rateChanged = !isSameDecimal(before.hourlyRate, after.hourlyRate);
  const first = worth(fenOf(before.amountPerTrainee));
  const last = worth(fenOf(after.amountPerTrainee));
  const atOldRate = rateChanged ? worth(toFen(roundToFen(exact(after.hours).times(exact(before.hourlyRate))))) : last;
  const middle = hoursChanged ? atOldRate : first;
  const forAll = (fen: Fen): Fen => timesFen(fen, after.headCount);
  return [
    ...(hoursChanged ? [cause('HOURS_CHANGED', before.hours, after.hours, forAll(addFen(middle, -first)))] : []),
    ...(rateChanged ? [cause('RATE_CHANGED', before.hourlyRate, after.hourlyRate, forAll(addFen(last, -middle)))] : []),
  ];
}
