import { canonicalText, sha256 } from './canonical.js';
import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { Citation, Entry, Figure, Measure, Setting } from './figure.js';
import type { OpenQuestion, RuleArchive } from './rule-archive.js';

/** Which rules: in force on a day, as known at an instant (null: the latest knowledge), with the figures of a region over the province's. */
export interface RuleBookQuery {
  /** ISO day, Asia/Shanghai */
  readonly on: string;
  /** ISO instant in UTC, or null */
  readonly knownAt: string | null;
  readonly regionCode: string | null;
}

/** The rows that hold together on a day: at most one for each kind and key. */
export interface RowsInForce {
  readonly figures: readonly Figure[];
  readonly entries: readonly Entry[];
  readonly settings: readonly Setting[];
}

/**
 * The rules in force on a day: an immutable value. Asking it needs no database.
 * Two books with the same hash hold the same rows, whatever the day they were built for.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export class RuleBook {
  readonly hash: string;
  private readonly figuresByKind: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  private readonly entriesByKind: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  private readonly settings: ReadonlyMap<string, Setting>;

  constructor(
    readonly query: RuleBookQuery,
    readonly measures: readonly Measure[],
    readonly openQuestions: readonly OpenQuestion[],
    private readonly rows: RowsInForce,
  ) {
    this.figuresByKind = byKindAndKey(rows.figures);
    this.entriesByKind = byKindAndKey(rows.entries);
    this.settings = new Map(rows.settings.map((setting) => [setting.key, setting]));
    this.hash = sha256(canonicalText(rows));
  }

  /** The same book with another reading of one open question: what a what-if question asks. */
  reread(key: string, reading: string): RuleBook {
    const settings = this.rows.settings.map((setting) => (setting.key === key ? { ...setting, reading } : setting));
    return new RuleBook(this.query, this.measures, this.openQuestions, { ...this.rows, settings });
  }

  /** All figures of a kind in force, in the order of their keys. */
  figures(kind: string): readonly Figure[] {
    return [...(this.figuresByKind.get(kind)?.values() ?? [])];
  }

  /** The figure in force, or null. */
  findFigure(kind: string, key: string): Figure | null {
    return this.figuresByKind.get(kind)?.get(key) ?? null;
  }

  /** The figure in force. Throws RULE_NOT_IN_FORCE when there is none on the day. */
  figure(kind: string, key: string): Figure {
    return this.findFigure(kind, key) ?? this.refuseMissing(`${kind} ${key}`);
  }

  /** All entries of a list in force, in the order of their keys. */
  entries(kind: string): readonly Entry[] {
    return [...(this.entriesByKind.get(kind)?.values() ?? [])];
  }

  findEntry(kind: string, key: string): Entry | null {
    return this.entriesByKind.get(kind)?.get(key) ?? null;
  }

  /** The reading in force of an open question, by its key such as `fund.split`. */
  reading(key: string): string {
    return (this.settings.get(key) ?? this.refuseMissing(key)).reading;
  }

  setting(key: string): Setting | null {
    return this.settings.get(key) ?? null;
  }

  /** The sheet of a notice by its code, or null. */
  measure(code: string): Measure | null {
    return this.measures.find((measure) => measure.code === code) ?? null;
  }

  private refuseMissing(what: string): never {
    const { on, knownAt } = this.query;
    if (knownAt !== null) {
      throw new Failure(
        'RULE_NOT_KNOWN',
        bilingual(
          `按 ${knownAt} 时的所知，${on} 当日没有规则（${what}）。请改用更晚的 knownAt，或不填以取最新所知。`,
          `As known at ${knownAt} there was no rule for ${on} (${what}). Use a later knownAt, or leave it out for the latest knowledge.`,
        ),
        'knownAt',
        { on, knownAt, what },
      );
    }
    throw new Failure(
      'RULE_NOT_IN_FORCE',
      bilingual(
        `${on} 当日没有生效的规则（${what}）。请改用文件生效之后的日期；各文件的生效日期见 measures。`,
        `No rule is in force on ${on} (${what}). Ask for a day on which its notice is in force; measures lists the periods.`,
      ),
      'on',
      { on, what },
    );
  }
}

/** Builds the rule book of a day from everything ever recorded. A figure of the region stands above the province's. */
export function buildRuleBook(archive: RuleArchive, query: RuleBookQuery): RuleBook {
  const inForce = <Row extends { readonly citation: Citation; readonly regionCode: string | null }>(
    rows: readonly Row[],
    name: (row: Row) => string,
  ) =>
    regionAboveProvince(
      rows.filter((row) => holds(row.citation, query) && (row.regionCode === null || row.regionCode === query.regionCode)),
      name,
    );
  const rowName = (row: { kind: string; key: string }) => `${row.kind} ${row.key}`;
  const settings = inForce(archive.settings, (setting) => setting.key);
  const figures = overridesHold(settings) ? archive.figures : archive.figures.filter((figure) => figure.regionCode === null);
  const rows = { figures: inForce(figures, rowName), entries: inForce(archive.entries, rowName), settings };
  return new RuleBook(query, archive.measures, archive.openQuestions, rows);
}

/** Whether a region's recorded figure stands above the province's: the reading in force of Q10 `amount.cityOverride`. */
const overridesHold = (settings: readonly Setting[]): boolean =>
  settings.find(({ key }) => key === 'amount.cityOverride')?.reading !== 'PROVINCIAL_REFERENCE';

function holds(citation: Citation, { on, knownAt }: RuleBookQuery): boolean {
  const { validFrom, validTo, knownFrom, knownTo } = citation;
  if (validFrom !== null && validFrom > on) return false;
  if (validTo !== null && validTo < on) return false;
  if (knownAt === null) return knownTo === null;
  return (knownFrom === null || knownFrom <= knownAt) && (knownTo === null || knownTo > knownAt);
}

function regionAboveProvince<Row extends { readonly regionCode: string | null }>(rows: readonly Row[], name: (row: Row) => string): Row[] {
  const chosen = new Map<string, Row>();
  for (const row of rows) {
    const standing = chosen.get(name(row));
    if (standing === undefined || standing.regionCode === null) chosen.set(name(row), row);
  }
  return [...chosen.keys()].sort().map((key) => chosen.get(key) as Row);
}

function byKindAndKey<Row extends { readonly kind: string; readonly key: string }>(rows: readonly Row[]): Map<string, Map<string, Row>> {
  const kinds = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const keys = kinds.get(row.kind) ?? new Map<string, Row>();
    keys.set(row.key, row);
    kinds.set(row.kind, keys);
  }
  return kinds;
}
