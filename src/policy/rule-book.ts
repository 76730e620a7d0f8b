import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { Entry, Figure, Measure, Setting } from './figure.js';
import type { OpenQuestion, RuleArchive } from './rule-archive.js';
import { chooseContent, type RuleBookQuery, type RuleContent } from './rule-content.js';

/**
 * The rules in force on a day: an immutable value. Asking it needs no database.
 * Two books with the same hash hold the same rows, whatever the day they were built for.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export class RuleBook {
  constructor(
    readonly query: RuleBookQuery,
    readonly measures: readonly Measure[],
    readonly openQuestions: readonly OpenQuestion[],
    /** what holds, apart from the day that was asked: shared by the books of all days between two changes */
    readonly content: RuleContent,
  ) {}

  /** The hash of the rows in force, worked out when it is first asked for. */
  get hash(): string {
    return this.content.hash;
  }

  /** The same book with another reading of one open question: what a what-if question asks. */
  reread(key: string, reading: string): RuleBook {
    return new RuleBook(this.query, this.measures, this.openQuestions, this.content.reread(key, reading));
  }

  /** All figures of a kind in force, in the order of their keys. */
  figures(kind: string): readonly Figure[] {
    return [...(this.content.figuresByKind.get(kind)?.values() ?? [])];
  }

  /** The figure in force, or null. */
  findFigure(kind: string, key: string): Figure | null {
    return this.content.figuresByKind.get(kind)?.get(key) ?? null;
  }

  /** The figure in force. Throws RULE_NOT_IN_FORCE when there is none on the day. */
  figure(kind: string, key: string): Figure {
    return this.findFigure(kind, key) ?? this.refuseMissing(`${kind} ${key}`);
  }

  /** All entries of a list in force, in the order of their keys. */
  entries(kind: string): readonly Entry[] {
    return [...(this.content.entriesByKind.get(kind)?.values() ?? [])];
  }

  findEntry(kind: string, key: string): Entry | null {
    return this.content.entriesByKind.get(kind)?.get(key) ?? null;
  }

  /** The reading in force of an open question, by its key such as `fund.split`. */
  reading(key: string): string {
    return (this.content.settings.get(key) ?? this.refuseMissing(key)).reading;
  }

  setting(key: string): Setting | null {
    return this.content.settings.get(key) ?? null;
  }

  /** The sheet of a notice by its code, or null. */
  measure(code: string): Measure | null {
    return this.measures.find((measure) => measure.code === code) ?? null;
  }

  /** Whether any figure of a notice is in force. */
  holdsFiguresOf(documentCode: string): boolean {
    return this.content.rows.figures.some(({ citation }) => citation.documentCode === documentCode);
  }

  private refuseMissing(what: string): never {
    const { on } = this.query;
    throw new Failure(
      'RULE_NOT_IN_FORCE',
      bilingual(
        `${on} 当日没有生效的规则（${what}）。各文件的有效期见 measures，请改用有效期内的日期。`,
        `No rule is in force on ${on} (${what}). measures lists the periods of the notices: ask for a day within one.`,
      ),
      'on',
      { on, what },
    );
  }
}

/** The rule book of a day, with content that was chosen before for the same epoch or is chosen now. */
export const buildRuleBook = (archive: RuleArchive, query: RuleBookQuery, content: RuleContent = chooseContent(archive, query)): RuleBook =>
  new RuleBook(query, archive.measures, archive.openQuestions, content);
