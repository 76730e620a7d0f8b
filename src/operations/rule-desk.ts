import type { DataSource, EntityManager } from 'typeorm';
import { invariant } from '../money/invariant.js';
import { issueReceipt, type Receipt } from '../policy/receipt.js';
import type { Explained, Step } from '../policy/explanation.js';
import type { Figure } from '../policy/figure.js';
import { parseInput } from '../policy/input.js';
import { regionOf } from '../policy/regions.js';
import type { RuleArchive } from '../policy/rule-archive.js';
import { type RuleBook, buildRuleBook } from '../policy/rule-book.js';
import { chooseContent, type RuleBookQuery, type RuleContent } from '../policy/rule-content.js';
import { epochsOf } from '../policy/rule-epoch.js';
import { type Rule, ruleVersion } from '../policy/rule.js';
import { readRuleArchive } from '../store/rule-archive.js';
import { ruleRevision } from '../store/rule-revision.js';
import { type Clock, dayInShanghai } from './clock.js';

/** Which rules a question is asked under; what is null means today, latest knowledge, the province. */
export interface RuleSelection {
  readonly on?: string | null;
  readonly knownAt?: string | null;
  /** code or name */
  readonly region?: string | null;
  /** what the asker calls the region, for an error that names it */
  readonly regionField?: string | undefined;
}

/** What a rule answered, with what shows and proves it. The receipt is made when it is asked for. */
export type Answered<Outcome> = Outcome & {
  readonly explanation: Step;
  readonly ruleVersion: string;
  readonly ruleBook: RuleBook;
  readonly receipt: Receipt;
};

/** Far more than the epochs there are times the regions; a bound all the same. */
const CONTENTS_MAX = 1_000;

/** An archive and what was chosen from it: replaced as a whole, so that nobody meets the half of two. */
interface Rules {
  readonly archive: RuleArchive;
  /** the number of the change to the rules that the archive includes */
  readonly revision: string;
  readonly epochOf: (query: RuleBookQuery) => string;
  readonly contents: Map<string, RuleContent>;
  /** the province's books under the latest knowledge, by day: a list asks for that of every row */
  readonly books: Map<string, RuleBook>;
}

const rulesOf = (archive: RuleArchive, revision: string): Rules => ({
  archive,
  revision,
  epochOf: epochsOf(archive),
  contents: new Map(),
  books: new Map(),
});

/** More changes than this while the tables are read once is beyond belief. */
const READS_MAX = 20;

/** The archive as of one revision: in a transaction that sees what others commit, it is read again where a change came between two tables. */
async function readWhole(store: DataSource | EntityManager, revision: string, reads = 1): Promise<Rules> {
  const archive = await readRuleArchive(store);
  const after = await ruleRevision(store);
  if (after === revision) return rulesOf(archive, revision);
  invariant(reads < READS_MAX, 'the rules never stand still');
  return readWhole(store, after, reads + 1);
}

/**
 * Answers from the rule archive in memory: what holds between two changes is chosen once and kept.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export class RuleDesk {
  constructor(
    archive: RuleArchive,
    private readonly clock: Clock,
    revision = '0',
    private rules: Rules = rulesOf(archive, revision),
  ) {}

  /** A desk with the rules of now, which nobody else brings up to date: an act decides and is entered under one and the same. */
  ofNow(): RuleDesk {
    return new RuleDesk(this.rules.archive, this.clock, this.rules.revision, this.rules);
  }

  /** Whether something was recorded since, as the store sees it: in a transaction, its own changes too. */
  async isBehind(store: DataSource | EntityManager): Promise<boolean> {
    return (await ruleRevision(store)) !== this.rules.revision;
  }

  /** Takes in what was recorded since, by this process or another. Costs one small query where nothing was. */
  async bringUpToDate(store: DataSource | EntityManager): Promise<void> {
    const revision = await ruleRevision(store);
    if (revision === this.rules.revision) return;
    const read = await readWhole(store, revision);
    // Two may have read at once: what was read first must not come back over what was read later.
    if (BigInt(revision) > BigInt(this.rules.revision)) this.rules = read;
  }

  /** Today's calendar day in Asia/Shanghai. */
  today(): string {
    return dayInShanghai(this.clock());
  }

  /** The rule book of a day. Throws UNKNOWN_REGION; a day without rules gives a book that refuses what is asked of it. */
  ruleBook(selection: RuleSelection = {}): RuleBook {
    const on = selection.on ?? this.today();
    if (!selection.knownAt && !selection.region) return this.rules.books.get(on) ?? this.keep(on);
    const knownAt = selection.knownAt ? new Date(selection.knownAt).toISOString() : null;
    const province = this.kept(on, knownAt, null);
    return selection.region
      ? this.kept(on, knownAt, regionOf(province, selection.region, selection.regionField ?? 'region').code)
      : province;
  }

  /** Every figure that was ever recorded for a region, all versions. */
  figuresOfRegion(regionCode: string): readonly Figure[] {
    return this.rules.archive.figures.filter((figure) => figure.regionCode === regionCode);
  }

  /** The rule book of a day and region that has a hash, under the latest knowledge or any earlier one; null where none ever had. */
  ruleBookOfHash(on: string, regionCode: string | null, hash: string): RuleBook | null {
    for (const knownAt of [null, ...this.knowledge()]) {
      const book = this.kept(on, knownAt, regionCode);
      if (book.hash === hash) return book;
    }
    return null;
  }

  /** Checks a question, finds the rules it is asked under and decides it. Throws a Failure that names the field. */
  answer<Input, Outcome>(rule: Rule<Input, Outcome>, question: unknown, knownAt: string | null = null): Answered<Outcome> {
    const input = parseInput(rule.input, question);
    const book = this.ruleBook({ on: dayAsked(rule, input), knownAt, region: rule.regionOf(input), regionField: rule.regionField });
    const decided = rule.decide(book, input);
    return new AnswerOf(rule, book, input, decided) as unknown as Answered<Outcome>;
  }

  /** The instants at which something came to be known, latest first. */
  private knowledge(): readonly string[] {
    const { figures, entries, settings } = this.rules.archive;
    const instants = [...figures, ...entries, ...settings].flatMap(({ citation }) => [citation.knownFrom, citation.knownTo]);
    return [...new Set(instants.filter((instant) => instant !== null))].sort().reverse();
  }

  private keep(on: string): RuleBook {
    const { books } = this.rules;
    if (books.size >= CONTENTS_MAX) books.clear();
    const book = this.kept(on, null, null);
    books.set(on, book);
    return book;
  }

  private kept(on: string, knownAt: string | null, regionCode: string | null): RuleBook {
    const query = { on, knownAt, regionCode };
    const { archive, contents, epochOf } = this.rules;
    const epoch = epochOf(query);
    const content = contents.get(epoch) ?? chooseContent(archive, query);
    if (contents.size >= CONTENTS_MAX) contents.clear();
    contents.set(epoch, content);
    return buildRuleBook(archive, query, content);
  }
}

/** The day that a question is asked for: the one it names, else the one that a fact in it decides, else today (null). */
export const dayAsked = <Input>(rule: Pick<Rule<Input, unknown>, 'dayOf'>, input: Input): string | null =>
  (input as { readonly on?: string | null }).on ?? rule.dayOf?.(input) ?? null;

/** An answer: the parts of its outcome and what shows them, all of one shape, with the receipt made when it is asked for. */
class AnswerOf<Input, Outcome> {
  readonly explanation: Step;
  readonly ruleVersion: string;
  readonly #rule: Rule<Input, Outcome>;
  readonly #input: Input;
  readonly #decided: Explained<Outcome>;

  constructor(
    rule: Rule<Input, Outcome>,
    readonly ruleBook: RuleBook,
    input: Input,
    decided: Explained<Outcome>,
  ) {
    Object.assign(this, decided.outcome);
    this.explanation = decided.explanation;
    this.ruleVersion = ruleVersion(rule);
    this.#rule = rule;
    this.#input = input;
    this.#decided = decided;
  }

  get receipt(): Receipt {
    return issueReceipt(this.#rule, this.ruleBook, this.#input, this.#decided);
  }
}
