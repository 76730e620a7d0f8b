import { issueReceipt, type Receipt } from '../policy/receipt.js';
import type { Step } from '../policy/explanation.js';
import { parseInput } from '../policy/input.js';
import { regionOf } from '../policy/regions.js';
import type { RuleArchive } from '../policy/rule-archive.js';
import { type RuleBook, buildRuleBook } from '../policy/rule-book.js';
import { type Rule, ruleVersion } from '../policy/rule.js';
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

const BOOKS_MAX = 256;

/**
 * Answers from the rule archive in memory: rule books are built once for each day, knowledge and region asked for, and kept.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export class RuleDesk {
  private readonly books = new Map<string, RuleBook>();

  constructor(
    private readonly archive: RuleArchive,
    private readonly clock: Clock,
  ) {}

  /** Today's calendar day in Asia/Shanghai. */
  today(): string {
    return dayInShanghai(this.clock());
  }

  /** The rule book of a day. Throws UNKNOWN_REGION; a day without rules gives a book that refuses what is asked of it. */
  ruleBook(selection: RuleSelection = {}): RuleBook {
    const on = selection.on ?? this.today();
    const knownAt = selection.knownAt ? new Date(selection.knownAt).toISOString() : null;
    const province = this.kept(on, knownAt, null);
    return selection.region
      ? this.kept(on, knownAt, regionOf(province, selection.region, selection.regionField ?? 'region').code)
      : province;
  }

  /** Checks a question, finds the rules it is asked under and decides it. Throws a Failure that names the field. */
  answer<Input, Outcome>(rule: Rule<Input, Outcome>, question: unknown, knownAt: string | null = null): Answered<Outcome> {
    const input = parseInput(rule.input, question);
    const book = this.ruleBook({ on: dayAsked(input), knownAt, region: rule.regionOf(input), regionField: rule.regionField });
    const decided = rule.decide(book, input);
    return {
      ...decided.outcome,
      explanation: decided.explanation,
      ruleVersion: ruleVersion(rule),
      ruleBook: book,
      get receipt() {
        return issueReceipt(rule, book, input, decided);
      },
    };
  }

  private kept(on: string, knownAt: string | null, regionCode: string | null): RuleBook {
    const key = `${on} ${knownAt ?? ''} ${regionCode ?? ''}`;
    const known = this.books.get(key);
    if (known !== undefined) return known;
    const oldest = this.books.keys().next();
    if (this.books.size >= BOOKS_MAX && !oldest.done) this.books.delete(oldest.value);
    const book = buildRuleBook(this.archive, { on, knownAt, regionCode });
    this.books.set(key, book);
    return book;
  }
}

/** The day that a question names; every rule's input may hold one. */
const dayAsked = (input: unknown): string | null => (input as { readonly on?: string | null }).on ?? null;
