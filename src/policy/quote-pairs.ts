import type { ComparedLine } from './quote-comparison.js';

/** A line of a quote beside the line of now that stands in its place; null on one side where there is none. */
export type LinePair = readonly [before: ComparedLine | null, after: ComparedLine | null];

type Fits = (before: ComparedLine, after: ComparedLine) => boolean;

const isSameCell: Fits = (before, after) => before.occupation === after.occupation && before.level === after.level;

/** How a line of now is recognised as that of the quote, the surest way first. */
const WAYS: readonly Fits[] = [
  (before, after) => isSameCell(before, after) && before.hours === after.hours && before.headCount === after.headCount,
  (before, after) => isSameCell(before, after) && before.hours === after.hours,
  isSameCell,
  (before, after) => before.occupation === after.occupation,
  (before, after) => before.level === after.level && before.headCount === after.headCount,
];

/**
 * Puts each line of a quote beside the line of now that stands in its place: the one of its occupation and level, else one of the same occupation, else one of as many
 * heads of the same level. In the order of the quote's lines, new lines last; each line stands in exactly one pair.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function pairLines(quoteLines: readonly ComparedLine[], presentLines: readonly ComparedLine[]): readonly LinePair[] {
  const taken = new Set<number>();
  const partners = new Map<number, ComparedLine>();
  for (const fits of WAYS) {
    for (const [index, before] of quoteLines.entries()) {
      if (partners.has(index)) continue;
      const place = presentLines.findIndex((line, at) => !taken.has(at) && fits(before, line));
      const after = presentLines[place];
      if (after === undefined) continue;
      taken.add(place);
      partners.set(index, after);
    }
  }
  const known = quoteLines.map((before, index): LinePair => [before, partners.get(index) ?? null]);
  return [...known, ...presentLines.filter((_, at) => !taken.has(at)).map((after): LinePair => [null, after])];
}
