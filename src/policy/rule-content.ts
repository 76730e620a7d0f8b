import { canonicalText, sha256 } from './canonical.js';
import type { Citation, Entry, Figure, Setting } from './figure.js';
import type { RuleArchive } from './rule-archive.js';

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

/** What holds apart from the day that is asked: the rows in force, found by kind and key, and their hash. */
export class RuleContent {
  readonly figuresByKind: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  readonly entriesByKind: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly settings: ReadonlyMap<string, Setting>;
  private contentHash: string | null = null;

  constructor(
    readonly rows: RowsInForce,
    private readonly select: (settings: readonly Setting[]) => RowsInForce,
  ) {
    this.figuresByKind = byKindAndKey(rows.figures);
    this.entriesByKind = byKindAndKey(rows.entries);
    this.settings = new Map(rows.settings.map((setting) => [setting.key, setting]));
  }

  /** The hash of the rows, worked out when it is first asked for. */
  get hash(): string {
    this.contentHash ??= sha256(canonicalText(asFirstKnown(this.rows)));
    return this.contentHash;
  }

  /** The same rows as they would be chosen under another reading of one open question. */
  reread(key: string, reading: string): RuleContent {
    const settings = this.rows.settings.map((setting) => (setting.key === key ? { ...setting, reading } : setting));
    return new RuleContent(this.select(settings), this.select);
  }
}

/** The rows without what came later: closing a row's known time must not change the hash of the books that held it. */
function asFirstKnown({ figures, entries, settings }: RowsInForce): RowsInForce {
  const open = <Row extends DatedRow>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, citation: { ...row.citation, knownTo: null } }));
  return { figures: open(figures), entries: open(entries), settings: open(settings) };
}

/**
 * Chooses the rows in force on a day, as known at an instant, for a region. A row of the region stands above the province's.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export function chooseContent(archive: RuleArchive, query: RuleBookQuery): RuleContent {
  const inForce = <Row extends DatedRow>(rows: readonly Row[]) =>
    rows.filter((row) => holds(row.citation, query) && (row.regionCode === null || row.regionCode === query.regionCode));
  const figures = inForce(archive.figures);
  const entries = regionAboveProvince(inForce(archive.entries), rowName);
  const select = (settings: readonly Setting[]): RowsInForce => {
    const chosen = overridesHold(settings) ? figures : figures.filter(({ regionCode }) => regionCode === null);
    return { figures: regionAboveProvince(chosen, rowName), entries, settings };
  };
  const settings = regionAboveProvince(inForce(archive.settings), ({ key }) => key);
  return new RuleContent(select(settings), select);
}

interface DatedRow {
  readonly citation: Citation;
  readonly regionCode: string | null;
}

const rowName = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`;

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
