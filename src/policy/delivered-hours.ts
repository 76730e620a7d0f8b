import { z } from 'zod';
import { exact } from '../money/exact.js';
import { formatFen } from '../money/fen.js';
import { totalHours } from '../money/hours.js';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { dayText, levelCode, nameText, optional } from './input.js';
import { sessions } from './online-share.js';
import { amountReadings, fallsShort, lineAmount } from './payable-amount.js';
import { type Rule, ruleVersion } from './rule.js';
import { tariffCell } from './tariff.js';
import type { ReasonCode } from './reasons.js';
import { categoryNotices } from './trainee-decision.js';

const deliveredInput = z.strictObject({
  on: optional(dayText),
  region: optional(nameText),
  occupation: nameText,
  level: levelCode,
  sessions,
});
export type DeliveredHoursInput = z.infer<typeof deliveredInput>;

export interface DeliveredHours {
  readonly hours: string;
  readonly requiredHours: string;
  readonly meetsRequirement: boolean;
  /** yuan per trainee; 0.00 where the hours fall short */
  readonly amount: string;
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
}

/**
 * The hours of all sessions, exactly, against the required hours: more earn nothing extra, fewer earn nothing.
 * Source: 辽人社发〔2023〕36号, 附件3, 附件5
 */
export const deliveredHours: Rule<DeliveredHoursInput, DeliveredHours> = {
  name: 'deliveredHours',
  version: '1',
  input: deliveredInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const cell = tariffCell(book, input.occupation, input.level, 'occupation');
    const hours = totalHours(input.sessions);
    const requiredHours = cell.requiredHours.value ?? '';
    const meetsRequirement = exact(hours).greaterThanOrEqualTo(exact(requiredHours));
    const readings = amountReadings(book);
    const { amount, step: worth } = lineAmount(cell, { headCount: 1, certifiedHours: hours, onlineHours: null }, readings);
    const outcome = {
      hours,
      requiredHours,
      meetsRequirement,
      amount: formatFen(fallsShort(cell, hours, readings) ? 0 : amount),
      notices: categoryNotices(book, true),
    };
    const explanation = step({
      label: bilingual('授课学时与规定学时', 'Delivered against required hours'),
      rule: ruleVersion(deliveredHours),
      operands: [
        operand(bilingual('授课学时', 'Delivered hours'), hours, 'HOURS'),
        operand(bilingual('规定学时', 'Required hours'), requiredHours, 'HOURS'),
      ],
      result: outcome.amount,
      unit: 'CNY',
      citations: [cell.requiredHours.citation],
      steps: [worth],
    });
    return { outcome, explanation };
  },
};
