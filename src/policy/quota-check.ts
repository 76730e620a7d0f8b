import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { operand, type Step, step } from './explanation.js';
import { countOrNone, dayText, headCount, listOf, nameText, optional } from './input.js';
import { isCeiling, quotaRow } from './quota.js';
import { type Rule, ruleVersion } from './rule.js';

const quotaCheckInput = z.strictObject({
  on: optional(dayText),
  region: nameText,
  attempts: listOf(z.strictObject({ used: countOrNone, requested: headCount })),
});
export type QuotaCheckInput = z.infer<typeof quotaCheckInput>;

export interface QuotaAttempt {
  readonly used: number;
  readonly requested: number;
  readonly availableBefore: number;
  readonly status: 'OK' | 'QUOTA_EXCEEDED';
}

export interface QuotaCheck {
  readonly region: string;
  readonly quota: number;
  readonly mode: 'CAP' | 'TARGET';
  readonly attempts: readonly QuotaAttempt[];
}

/**
 * Whether so many more places fit beside those used: up to the quota and no further while it is a ceiling; always while it is a target.
 * Source: 辽人社发〔2023〕36号, 七(一), 附件7
 */
export const quotaCheck: Rule<QuotaCheckInput, QuotaCheck> = {
  name: 'quotaCheck',
  version: '1',
  input: quotaCheckInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const row = quotaRow(book, input.region, 'region');
    const caps = isCeiling(book);
    const attempts = input.attempts.map(
      ({ used, requested }): QuotaAttempt => ({
        used,
        requested,
        availableBefore: Math.max(0, row.places - used),
        status: caps && used + requested > row.places ? 'QUOTA_EXCEEDED' : 'OK',
      }),
    );
    const outcome: QuotaCheck = { region: row.region.code, quota: row.places, mode: caps ? 'CAP' : 'TARGET', attempts };
    const explanation = step({
      label: bilingual(`${row.region.nameZh}名额核对`, `Quota check of ${row.region.nameEn}`),
      rule: ruleVersion(quotaCheck),
      operands: [operand(bilingual('名额', 'Quota'), row.places, 'PERSONS')],
      result: attempts.every(({ status }) => status === 'OK') ? 'OK' : 'QUOTA_EXCEEDED',
      unit: 'DECISION',
      citations: [row.figure.citation],
      steps: attempts.map(attemptStep),
    });
    return { outcome, explanation };
  },
};

const attemptStep = (attempt: QuotaAttempt): Step =>
  step({
    label: bilingual('已用加申请不超过名额', 'Used plus requested within the quota'),
    rule: ruleVersion(quotaCheck),
    operands: [
      operand(bilingual('已用', 'Used'), attempt.used, 'PERSONS'),
      operand(bilingual('申请', 'Requested'), attempt.requested, 'PERSONS'),
      operand(bilingual('申请前可用', 'Available before'), attempt.availableBefore, 'PERSONS'),
    ],
    result: attempt.status,
    unit: 'DECISION',
  });
