import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { dayAfterDays } from './calendar-day.js';
import { nodeId } from './node-id.js';
import { amountReadings, payableHoursText } from './payable-amount.js';
import { readingOf } from './readings.js';
import type { ReasonCode } from './reasons.js';
import type { RuleBook } from './rule-book.js';
import type { EstimateLine, SubsidyEstimate, SubsidyEstimateInput } from './subsidy-estimate.js';
import { tariffCell } from './tariff.js';
import type { DecisionStatus } from './trainee-decision.js';

/** One line of a quote: heads of one occupation and level, and what they come to. */
export interface QuoteLine {
  readonly occupation: string;
  readonly level: EstimateLine['level'];
  readonly headCount: number;
  /** hours of one trainee that are paid for */
  readonly hours: string;
  readonly hourlyRate: string;
  readonly amountPerTrainee: string;
  /** yuan; 0.00 unless PAYABLE */
  readonly amount: string;
  /** yuan once every hold is cleared; null for a refusal */
  readonly amountIfCleared: string | null;
  readonly status: DecisionStatus;
  readonly reasons: readonly ReasonCode[];
}

/** Who signs a quote, and for whom: never the audience of a bearer token. */
export const QUOTE_ISSUER = 'urn:liaoning-training-subsidy';
export const QUOTE_AUDIENCE = 'urn:liaoning-training-subsidy:quote';

/** What a quote is not, in its own bytes. */
export const QUOTE_NOTE = bilingual('报价是计算结果，不是付款承诺。', 'A quote is a calculation, not a promise to pay.');

/** The version of the form below; another form gets another number. */
const FORM = 1;

/** What a quote says: these are the bytes that are signed. */
export interface QuoteStatement {
  readonly form: number;
  readonly iss: string;
  readonly aud: string;
  /** id of the quote, as `node` takes it */
  readonly id: string;
  readonly number: string;
  /** ISO instant in UTC */
  readonly issuedAt: string;
  readonly issuedOn: string;
  /** the last day on which it holds */
  readonly expiresOn: string;
  readonly region: string | null;
  readonly institution: string | null;
  /** the day whose rules it was made under */
  readonly rulesOn: string;
  readonly ruleVersion: string;
  readonly ruleBookHash: string;
  readonly receiptHash: string;
  readonly amount: string;
  readonly amountIfCleared: string;
  readonly lines: readonly QuoteLine[];
  readonly notices: readonly ReasonCode[];
  /** the question, so that it can be asked again */
  readonly question: unknown;
  readonly note: string;
}

const text = z.string();
const hash = text.regex(/^[0-9a-f]{64}$/u);
const statement = z.object({
  form: z.literal(FORM),
  iss: z.literal(QUOTE_ISSUER),
  aud: z.literal(QUOTE_AUDIENCE),
  id: text,
  number: text,
  issuedAt: text,
  issuedOn: text,
  expiresOn: text,
  region: text.nullable(),
  institution: text.nullable(),
  rulesOn: text,
  ruleVersion: text,
  ruleBookHash: hash,
  receiptHash: hash,
  amount: text,
  amountIfCleared: text,
  lines: z.array(
    z.object({
      occupation: text,
      level: text,
      headCount: z.int(),
      hours: text,
      hourlyRate: text,
      amountPerTrainee: text,
      amount: text,
      amountIfCleared: text.nullable(),
      status: z.enum(['PAYABLE', 'HOLD', 'NOT_PAYABLE']),
      reasons: z.array(text),
    }),
  ),
  notices: z.array(text),
  question: z.unknown(),
  note: text,
});

/** What signed bytes say, or null where they are no statement of a quote in the form that we know. */
export function parseQuoteStatement(value: unknown): QuoteStatement | null {
  const parsed = statement.safeParse(value);
  return parsed.success ? (parsed.data as QuoteStatement) : null;
}

/** What a quote is made of. */
export interface QuoteParts {
  readonly id: string;
  readonly issuedAt: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly region: string | null;
  readonly institution: string | null;
  readonly question: SubsidyEstimateInput;
  readonly answer: SubsidyEstimate & { readonly ruleVersion: string; readonly receiptHash: string };
}

/** The number by which people call a quote: its year and its number in it. */
const numberOf = (id: string): string => `QT-${id.slice(0, 4)}-${id.slice(4)}`;

/**
 * What a quote says, from the estimate that was made under a rule book. It promises nothing and moves nothing.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function quoteStatement(book: RuleBook, { id, answer, question, ...parts }: QuoteParts): QuoteStatement {
  return {
    ...parts,
    form: FORM,
    iss: QUOTE_ISSUER,
    aud: QUOTE_AUDIENCE,
    id: nodeId('Quote', id),
    number: numberOf(id),
    rulesOn: book.query.on,
    ruleVersion: answer.ruleVersion,
    ruleBookHash: book.hash,
    receiptHash: answer.receiptHash,
    amount: answer.amount,
    amountIfCleared: answer.amountIfCleared,
    lines: quoteLines(book, question, answer),
    notices: answer.notices,
    question,
    note: `${QUOTE_NOTE.zh} ${QUOTE_NOTE.en}`,
  };
}

/**
 * The lines of an estimate as a quote has them, in the order of the question: with the hours that are paid for.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export const quoteLines = (book: RuleBook, question: SubsidyEstimateInput, answer: SubsidyEstimate): readonly QuoteLine[] =>
  answer.lines.map((line, index) => {
    const asked = question.lines[index];
    const facts = {
      headCount: line.headCount,
      certifiedHours: asked?.deliveredHours ?? null,
      onlineHours: asked?.onlineHours ?? null,
    };
    const cell = tariffCell(book, line.occupation, line.level, `lines[${index}].occupation`);
    return {
      occupation: line.occupation,
      level: line.level,
      headCount: line.headCount,
      hours: payableHoursText(cell, facts, amountReadings(book)),
      hourlyRate: line.hourlyRate,
      amountPerTrainee: line.amountPerTrainee,
      amount: line.amount,
      amountIfCleared: line.amountIfCleared,
      status: line.status,
      reasons: line.reasons,
    };
  });

const DAYS = /^DAYS_(\d+)$/u;

/**
 * The last day on which a quote of a day holds: the notices set no period, it is the reading in force of Q96.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function quoteExpiresOn(book: RuleBook, issuedOn: string): string {
  const [, days = ''] = DAYS.exec(readingOf(book, 'quote.validity')) ?? [];
  return dayAfterDays(issuedOn, parseInt(days, 10));
}

/** Whether a quote still holds on a day. */
export const quoteHolds = ({ expiresOn }: Pick<QuoteStatement, 'expiresOn'>, today: string): boolean => today <= expiresOn;
