import { isIdentityNumber } from '../identity-number.js';
import { isCalendarDay } from '../calendar-day.js';
import { noteText, yuanText } from '../input.js';
import { refusePayment } from '../refusals/payments.js';
import type { Refusal } from '../refusals/refusal.js';

/** One line of the bank's file, as it was written. */
export interface AdviceLine {
  /** number of the batch, as our own file gave it */
  readonly batch: string;
  readonly line: string;
  readonly amount: string;
  readonly result: string;
  readonly bankReference: string;
  readonly day: string;
  readonly returnReason: string;
}

/** What was sent to the bank. */
export interface SentPayment {
  readonly id: string;
  readonly year: number;
  readonly line: number;
  readonly amount: string;
  readonly status: string;
}

/** What the bank says of one payment. */
export interface PaymentResult {
  readonly payment: SentPayment;
  readonly isPaid: boolean;
  readonly bankReference: string | null;
  readonly settledOn: string;
  readonly returnReason: string | null;
}

/** What an advice comes to: a result for each of its lines; or everything that is wrong with it, and then nothing of it counts. */
export type ReadAdvice =
  | { readonly kind: 'read'; readonly results: readonly PaymentResult[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const PAID: ReadonlySet<string> = new Set(['PAID', '成功']);
const FAILED: ReadonlySet<string> = new Set(['FAILED', '失败', '退回']);
const REFERENCE = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/u;

/**
 * Holds the lines of a bank's advice against what was sent: a line of another batch, an unknown or repeated one, one of another amount, one that was settled before, or one that cannot be read stops the whole file.
 * Source: our design, docs/decisions/0019-payments.md
 */
export function readAdvice(
  batch: { readonly number: string; readonly sentOn: string },
  sent: readonly SentPayment[],
  lines: readonly AdviceLine[],
  { today, takenReferences }: { readonly today: string; readonly takenReferences: readonly string[] },
): ReadAdvice {
  const byLine = new Map(sent.map((payment) => [`${payment.line}`, payment]));
  const seen = new Set<string>();
  const references = new Set(takenReferences);
  const refusals: Refusal[] = [];
  const results: PaymentResult[] = [];
  for (const [index, line] of lines.entries()) {
    const at = `file[${index + 1}]`;
    const payment = byLine.get(line.line);
    const found =
      payment === undefined
        ? [refusePayment('ADVICE_LINE_UNKNOWN', at, { line: line.line })]
        : wrongWith(line, payment, { batch, at, today });
    if (seen.has(line.line)) found.push(refusePayment('ADVICE_LINE_TWICE', at, { line: line.line }));
    seen.add(line.line);
    if (found.length === 0 && line.bankReference !== '' && references.has(line.bankReference))
      found.push(refusePayment('ADVICE_REFERENCE_TWICE', at));
    references.add(line.bankReference);
    refusals.push(...found);
    if (found.length === 0 && payment !== undefined) results.push(resultOf(line, payment));
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'read', results };
}

interface Place {
  readonly batch: { readonly number: string; readonly sentOn: string };
  readonly at: string;
  readonly today: string;
}

function wrongWith(line: AdviceLine, payment: SentPayment, { batch, at, today }: Place): Refusal[] {
  const refusals: Refusal[] = [];
  const { amount, day, result, bankReference: reference, returnReason: reason } = line;
  if (line.batch !== batch.number)
    refusals.push(refusePayment('ADVICE_OF_OTHER_BATCH', at, { found: shownNumber(line.batch), expected: batch.number }));
  if (!yuanText.safeParse(amount).success || amount !== payment.amount)
    refusals.push(refusePayment('ADVICE_AMOUNT_DIFFERS', at, { line: line.line, sent: payment.amount }));
  if (payment.status !== 'SENT')
    refusals.push(refusePayment('ADVICE_LINE_SETTLED', at, { line: line.line, found: payment.status, expected: ['SENT'] }));
  if (!isCalendarDay(day) || day < batch.sentOn || day > today)
    refusals.push(refusePayment('ADVICE_DAY', at, { from: batch.sentOn, to: today }));
  if (!PAID.has(result) && !FAILED.has(result)) refusals.push(refusePayment('ADVICE_RESULT', at));
  if (PAID.has(result) && !REFERENCE.test(reference)) refusals.push(refusePayment('ADVICE_REFERENCE', at));
  if (isIdentityNumber(reference)) refusals.push(refusePayment('ADVICE_REFERENCE', at));
  if (FAILED.has(result) && !noteText.safeParse(reason).success) refusals.push(refusePayment('ADVICE_REASON', at));
  return refusals;
}

/** A batch number is shown back where it is one; anything else that stands there is not. */
const shownNumber = (text: string): string => (/^\d{13}$/u.test(text) ? text : '…');

const resultOf = ({ result, bankReference, day, returnReason }: AdviceLine, payment: SentPayment): PaymentResult => {
  const isPaid = PAID.has(result);
  const reference = REFERENCE.test(bankReference) ? bankReference : null;
  return { payment, isPaid, bankReference: reference, settledOn: day, returnReason: isPaid ? null : returnReason };
};
