import { z } from 'zod';
import { formatFen } from '../money/fen.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { step } from './explanation.js';
import { countOrNone, dayText, expects, flag, levelCode, nameText, optional } from './input.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import type { ReasonCode } from './reasons.js';
import { type Rule, ruleVersion } from './rule.js';
import { tariffCell } from './tariff.js';
import { categoryNotices } from './trainee-decision.js';

const classInput = z
  .strictObject({
    on: optional(dayText),
    region: optional(nameText),
    occupation: nameText,
    level: levelCode,
    payableTrainees: countOrNone,
    totalTrainees: countOrNone,
    isClassInViolation: flag,
  })
  .refine(({ payableTrainees, totalTrainees }) => payableTrainees <= totalTrainees, {
    path: ['payableTrainees'],
    error: expects('可补贴人数不得大于班期总人数', 'payable trainees not above the trainees of the course run'),
  });
export type ClassTotalInput = z.infer<typeof classInput>;

export interface ClassTotal {
  readonly amount: string;
  readonly paidTrainees: number;
  readonly amountPerTrainee: string;
  readonly reasons: readonly ReasonCode[];
  /** why nobody can be paid for the occupation on the day: the amount is then by the tariff alone */
  readonly obstacles: readonly ReasonCode[];
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
}

/**
 * What a course run is worth: payable trainees x subsidy per trainee; nothing when the run was found in violation.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 五(一), 附件5
 */
export const classTotal: Rule<ClassTotalInput, ClassTotal> = {
  name: 'classTotal',
  version: '1',
  input: classInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const cell = tariffCell(book, input.occupation, input.level, 'occupation');
    const paidTrainees = input.isClassInViolation ? 0 : input.payableTrainees;
    const {
      perTrainee,
      amount,
      step: worth,
    } = lineAmount(cell, { headCount: paidTrainees, certifiedHours: null, onlineHours: null }, amountReadings(book));
    const reasons: ReasonCode[] = input.isClassInViolation ? ['VIOLATION_CLASS'] : [];
    const outcome = {
      amount: formatFen(amount),
      paidTrainees,
      amountPerTrainee: formatFen(perTrainee),
      reasons,
      obstacles: cell.obstacles,
      notices: categoryNotices(book, true),
    };
    const explanation = step({
      label: bilingual('班期补贴', 'Subsidy of a course run'),
      rule: ruleVersion(classTotal),
      result: outcome.amount,
      unit: 'CNY',
      citations: [clauseCitation(book, input.isClassInViolation ? 'LN2023-36/5.1.3' : 'LN2023-36/4.1.11')],
      steps: [worth],
    });
    return { outcome, explanation };
  },
};
