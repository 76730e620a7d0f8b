import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import { shown } from './input.js';
import type { OpenQuestion } from './rule-archive.js';
import type { RuleBook } from './rule-book.js';

/**
 * The open question of a number such as Q08 or a key such as `amount.payableHours`. Throws UNKNOWN_OPEN_QUESTION.
 * Source: our design, docs/decisions/0006-open-questions.md
 */
export function openQuestionOf(book: RuleBook, codeOrKey: string, field: string): OpenQuestion {
  const question = book.openQuestions.find(({ id, key }) => id === codeOrKey || key === codeOrKey);
  if (question !== undefined) return question;
  throw new Failure(
    'UNKNOWN_OPEN_QUESTION',
    bilingual(
      `${field}：没有未决问题“${shown(codeOrKey)}”。编号和键见 openQuestions。`,
      `${field}: there is no open question "${shown(codeOrKey)}". openQuestions lists numbers and keys.`,
    ),
    field,
  );
}
