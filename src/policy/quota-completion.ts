import { z } from 'zod';
import { exact } from '../money/exact.js';
import { sharePercent } from '../money/percent.js';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { countOrNone, dayText, nameText, optional } from './input.js';
import { quotaRow } from './quota.js';
import { type Rule, ruleVersion } from './rule.js';

const completionInput = z.strictObject({ on: optional(dayText), region: nameText, trained: countOrNone });
export type QuotaCompletionInput = z.infer<typeof completionInput>;

export interface QuotaCompletion {
  readonly region: string;
  readonly quota: number;
  readonly trained: number;
  readonly completionPercent: string;
  readonly shortfall: number;
  readonly status: 'COMPLETED' | 'OPEN';
}

/**
 * How far a region has come with its plan: all trained persons, market-funded ones included; more than the quota is no error.
 * Source: 辽人社发〔2023〕36号, 七(一), 附件7
 */
export const quotaCompletion: Rule<QuotaCompletionInput, QuotaCompletion> = {
  name: 'quotaCompletion',
  version: '1',
  input: completionInput,
  regionOf: (input) => input.region,
  decide(book, { region, trained }) {
    const row = quotaRow(book, region, 'region');
    const outcome: QuotaCompletion = {
      region: row.region.code,
      quota: row.places,
      trained,
      completionPercent: sharePercent(exact(trained), exact(row.places)),
      shortfall: Math.max(0, row.places - trained),
      status: trained >= row.places ? 'COMPLETED' : 'OPEN',
    };
    const explanation = step({
      label: bilingual(`${row.region.nameZh}计划完成率`, `Completion of the plan of ${row.region.nameEn}`),
      rule: ruleVersion(quotaCompletion),
      operands: [operand(bilingual('已培训', 'Trained'), trained, 'PERSONS'), operand(bilingual('名额', 'Quota'), row.places, 'PERSONS')],
      result: outcome.completionPercent,
      unit: 'PERCENT',
      rounding: 'HALF_UP_TO_HUNDREDTH',
      citations: [row.figure.citation],
    });
    return { outcome, explanation };
  },
};
