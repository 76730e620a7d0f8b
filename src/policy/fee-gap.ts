import { z } from 'zod';
import { exact, greater, ZERO } from '../money/exact.js';
import { exactFen } from '../money/fen.js';
import { formatYuan, roundToFen } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { operand, step } from './explanation.js';
import { dayText, levelCode, nameText, optional, yuanText } from './input.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import { type Rule, ruleVersion } from './rule.js';
import { tariffCell } from './tariff.js';
import type { ReasonCode } from './reasons.js';
import { categoryNotices } from './trainee-decision.js';

const feeGapInput = z.strictObject({
  on: optional(dayText),
  region: optional(nameText),
  occupation: nameText,
  level: levelCode,
  feePerHour: yuanText,
});
export type FeeGapInput = z.infer<typeof feeGapInput>;

export interface FeeGap {
  readonly subsidy: string;
  readonly feeTotal: string;
  readonly gapBorneByInstitution: string;
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
}

/**
 * What the institution bears itself per trainee when its fee is above the subsidy: the trainee pays nothing. Never below zero.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const feeGap: Rule<FeeGapInput, FeeGap> = {
  name: 'feeGap',
  version: '1',
  input: feeGapInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const cell = tariffCell(book, input.occupation, input.level, 'occupation');
    const { amount: fen, step: worth } = lineAmount(cell, { headCount: 1, certifiedHours: null, onlineHours: null }, amountReadings(book));
    const amount = exactFen(fen);
    const hours = cell.requiredHours.value ?? '';
    const fee = roundToFen(exact(hours).times(exact(input.feePerHour)));
    const outcome = {
      subsidy: formatYuan(amount),
      feeTotal: formatYuan(fee),
      gapBorneByInstitution: formatYuan(greater(fee.minus(amount), ZERO)),
      notices: categoryNotices(book, true),
    };
    const feeStep = step({
      label: bilingual('机构收费总额', 'Fee of the institution'),
      rule: ruleVersion(feeGap),
      operands: [
        operand(bilingual('规定学时', 'Required hours'), hours, 'HOURS'),
        operand(bilingual('每学时收费', 'Fee per hour'), input.feePerHour, 'CNY_PER_HOUR'),
      ],
      result: outcome.feeTotal,
      unit: 'CNY',
      rounding: 'HALF_UP_TO_FEN',
      citations: [cell.requiredHours.citation],
    });
    const explanation = step({
      label: bilingual('机构自行承担的差额', 'Gap borne by the institution'),
      rule: ruleVersion(feeGap),
      result: outcome.gapBorneByInstitution,
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/4.1.10')],
      steps: [feeStep, worth],
    });
    return { outcome, explanation };
  },
};
