import type { RuleArchive } from './rule-archive.js';
import type { RuleBookQuery } from './rule-content.js';

/**
 * Tells which questions meet the same rows: two with the same epoch have the same rows in force, whatever their day and knowledge.
 * An epoch counts how many periods have begun and ended by the day, and by the instant; both counts only grow, so equal counts mean that nothing changed between.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export function epochsOf(archive: RuleArchive): (query: RuleBookQuery) => string {
  const citations = [...archive.figures, ...archive.entries, ...archive.settings].map(({ citation }) => citation);
  const validFrom = sorted(citations.map((citation) => citation.validFrom));
  const validTo = sorted(citations.map((citation) => citation.validTo));
  const knownFrom = sorted(citations.map((citation) => citation.knownFrom));
  const knownTo = sorted(citations.map((citation) => citation.knownTo));
  return ({ on, knownAt, regionCode }) => {
    const known = knownAt === null ? 'latest' : `${begun(knownFrom, knownAt)} ${begun(knownTo, knownAt)}`;
    return `${begun(validFrom, on)} ${ended(validTo, on)} ${known} ${regionCode ?? ''}`;
  };
}

const sorted = (bounds: readonly (string | null)[]): readonly string[] => [...new Set(bounds.filter((bound) => bound !== null))].sort();
const begun = (bounds: readonly string[], at: string): number => bounds.filter((bound) => bound <= at).length;
const ended = (bounds: readonly string[], at: string): number => bounds.filter((bound) => bound < at).length;
