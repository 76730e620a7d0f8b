import { bilingual } from '../bilingual.js';
import { CATEGORY_QUESTION } from '../category-list.js';
import { Failure } from '../failure.js';
import { shown } from '../input.js';
import { openQuestionOf } from '../open-questions.js';
import { requireComputed } from '../readings.js';
import { refuseProposal } from '../refusals/proposals.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import type { ReadingPayload } from './proposal-payload.js';

/**
 * Why a reading cannot be recorded; empty where it can. Throws UNKNOWN_OPEN_QUESTION, UNKNOWN_READING, READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export function readingRefusals(book: RuleBook, { key, reading, validFrom, validTo }: ReadingPayload): readonly Refusal[] {
  const question = openQuestionOf(book, key, 'question');
  if (!question.readings.some(({ code }) => code === reading)) throw unknownReading(question.key, reading, question.readings);
  requireComputed(question.key, reading, 'reading');
  if (question.key === CATEGORY_QUESTION) return [refuseProposal('READING_BY_LIST', 'question', { key: question.key })];
  return validTo !== null && validTo < validFrom ? [refuseProposal('DAYS_REVERSED', 'validTo', { validFrom, validTo })] : [];
}

function unknownReading(key: string, reading: string, readings: readonly { readonly code: string }[]): Failure {
  const known = readings.map(({ code }) => code);
  return new Failure(
    'UNKNOWN_READING',
    bilingual(
      `reading：${key} 没有理解“${shown(reading)}”。可选的有：${known.join('、')}。`,
      `reading: ${key} has no reading "${shown(reading)}". It has: ${known.join(', ')}.`,
    ),
    'reading',
    { key },
  );
}
