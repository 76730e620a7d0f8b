import type { Answered } from '../operations/rule-desk.js';

/** The parts that every answer shows. The receipt stays unmade until it is asked for: a getter of the class keeps every view in one fast shape. */
class AnsweredView {
  readonly explanation: Answered<unknown>['explanation'];
  readonly ruleVersion: string;
  readonly ruleBook: Answered<unknown>['ruleBook'];

  constructor(private readonly answered: Answered<unknown>) {
    this.explanation = answered.explanation;
    this.ruleVersion = answered.ruleVersion;
    this.ruleBook = answered.ruleBook;
  }

  get receipt(): Answered<unknown>['receipt'] {
    return this.answered.receipt;
  }
}

/**
 * An answer as the API shows it: the parts of the outcome, as `shown` gives them, beside explanation, rules and receipt.
 * An outcome without codes to resolve needs no view: the answer itself is one.
 */
export const answeredView = <Shown extends object>(answered: Answered<unknown>, shown: Shown): AnsweredView & Shown =>
  Object.assign(new AnsweredView(answered), shown);
