import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { type QuoteStatement, quoteHolds, quoteLines } from '../../policy/quote.js';
import { compareWithQuote, type QuoteComparison } from '../../policy/quote-comparison.js';
import { type QuoteRuleChange, quoteRuleChanges } from '../../policy/quote-rule-changes.js';
import { parseInput } from '../../policy/input.js';
import { subsidyEstimate } from '../../policy/subsidy-estimate.js';
import type { QuoteKeys } from '../../store/keys/quote-keys.js';
import type { RuleDesk } from '../rule-desk.js';
import { readQuoteToken } from './quote-token.js';

export const QUOTE_STATUSES = ['VALID', 'EXPIRED', 'FORGED', 'UNKNOWN_KEY', 'NOT_A_QUOTE'] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** What the same question comes to now. */
export interface QuoteToday {
  readonly comparison: QuoteComparison;
  readonly ruleVersion: string;
  readonly ruleBookHash: string;
  readonly isSameRuleBook: boolean;
  /** what the quote depends on and is different now; null where the rule book of the quote was never recorded here */
  readonly ruleChanges: readonly QuoteRuleChange[] | null;
}

export interface QuoteVerification {
  readonly status: QuoteStatus;
  /** what the quote says; null where the signature does not vouch for it */
  readonly statement: QuoteStatement | null;
  /** null unless VALID, and where the question can no longer be answered */
  readonly today: QuoteToday | null;
  /** why it can no longer be answered */
  readonly unanswerable: Bilingual | null;
}

/** Longest token that is looked at, in characters: ours, not the notices'. */
const TOKEN_MAX = 250_000;

/**
 * Whether a token is a quote that holds today, by its signature alone; and, when it does, whether its question asked again today has the same answer: a day that the
 * question names stays, else today's rules apply. Throws BAD_USER_INPUT where the token is too long to be looked at.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export async function verifyQuote(desk: RuleDesk, keys: QuoteKeys, token: string): Promise<QuoteVerification> {
  if (token.length > TOKEN_MAX) throw tooLong(token.length);
  const read = await readQuoteToken(token, keys);
  if (read.kind !== 'signed') return { status: read.kind, statement: null, today: null, unanswerable: null };
  const { statement } = read;
  if (!quoteHolds(statement, desk.today())) return { status: 'EXPIRED', statement, today: null, unanswerable: null };
  try {
    return { status: 'VALID', statement, today: todayOf(desk, statement), unanswerable: null };
  } catch (error) {
    if (error instanceof Failure) return { status: 'VALID', statement, today: null, unanswerable: error.text };
    throw error;
  }
}

function todayOf(desk: RuleDesk, statement: QuoteStatement): QuoteToday {
  const question = parseInput(subsidyEstimate.input, statement.question);
  const answer = desk.answer(subsidyEstimate, question);
  const { ruleBook, ruleVersion } = answer;
  const then = desk.ruleBookOfHash(statement.rulesOn, statement.region, statement.ruleBookHash);
  return {
    comparison: compareWithQuote(statement.lines, quoteLines(ruleBook, question, answer)),
    ruleVersion,
    ruleBookHash: ruleBook.hash,
    isSameRuleBook: ruleBook.hash === statement.ruleBookHash,
    ruleChanges: then && quoteRuleChanges(then, ruleBook, statement),
  };
}

const tooLong = (length: number): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `token：最多 ${TOKEN_MAX} 个字符，收到的有 ${length} 个。请原样提交报价的 token。`,
      `token: at most ${TOKEN_MAX} characters; found ${length}. Hand in the token of the quote unchanged.`,
    ),
    'token',
  );
