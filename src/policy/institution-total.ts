import { z } from 'zod';
import { formatFen, sumOfFen } from '../money/fen.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { step } from './explanation.js';
import { countOrNone, dayText, levelCode, listOf, nameText, optional } from './input.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import type { ReasonCode } from './reasons.js';
import { type Rule, ruleVersion } from './rule.js';
import { tariffCell } from './tariff.js';
import { categoryNotices } from './trainee-decision.js';

const MAX_CLASSES = 400;
const institutionInput = z.strictObject({
  on: optional(dayText),
  region: optional(nameText),
  classes: listOf(z.strictObject({ occupation: nameText, level: levelCode, payableTrainees: countOrNone }), MAX_CLASSES),
});
export type InstitutionTotalInput = z.infer<typeof institutionInput>;

export interface InstitutionTotal {
  readonly amount: string;
  readonly trainees: number;
  readonly lines: readonly InstitutionTotalLine[];
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
}

export interface InstitutionTotalLine {
  readonly occupation: string;
  readonly level: string;
  readonly payableTrainees: number;
  readonly amountPerTrainee: string;
  readonly amount: string;
  /** why nobody can be paid for the occupation on the day: the amount is then by the tariff alone */
  readonly obstacles: readonly ReasonCode[];
}

/**
 * What the payable trainees of all course runs of an institution are worth together. The same occupation and level may come more than once.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export const institutionTotal: Rule<InstitutionTotalInput, InstitutionTotal> = {
  name: 'institutionTotal',
  version: '1',
  input: institutionInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const worked = input.classes.map(({ occupation, level, payableTrainees }, index) => {
      const cell = tariffCell(book, occupation, level, `classes[${index}].occupation`);
      const worth = lineAmount(cell, { headCount: payableTrainees, certifiedHours: null, onlineHours: null }, amountReadings(book));
      const line = {
        occupation: cell.occupation.code,
        level,
        payableTrainees,
        amountPerTrainee: formatFen(worth.perTrainee),
        amount: formatFen(worth.amount),
        obstacles: cell.obstacles,
      };
      return { line, amount: worth.amount, step: worth.step };
    });
    const outcome: InstitutionTotal = {
      amount: formatFen(sumOfFen(worked.map(({ amount }) => amount))),
      trainees: input.classes.reduce((sum, { payableTrainees }) => sum + payableTrainees, 0),
      lines: worked.map(({ line }) => line),
      notices: categoryNotices(book, true),
    };
    const explanation = step({
      label: bilingual('机构各班期补贴之和', 'Sum over the course runs of an institution'),
      rule: ruleVersion(institutionTotal),
      result: outcome.amount,
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/4.1.13')],
      steps: worked.map((one) => one.step),
    });
    return { outcome, explanation };
  },
};
