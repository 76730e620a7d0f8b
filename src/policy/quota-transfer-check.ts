import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { countOrNone, dayText, headCount, nameText, optional } from './input.js';
import { Failure } from './failure.js';
import { quotaRow, quotaTotal } from './quota.js';
import { type Rule, ruleVersion } from './rule.js';

const transferInput = z.strictObject({
  on: optional(dayText),
  from: nameText,
  to: nameText,
  places: headCount,
  reservedFrom: optional(countOrNone),
});
export type QuotaTransferCheckInput = z.infer<typeof transferInput>;

export interface QuotaTransferCheck {
  readonly fromPlaces: number;
  readonly toPlaces: number;
  readonly sum: number;
  readonly status: 'OK' | 'REJECTED_NEGATIVE' | 'REJECTED_RESERVED';
}

/**
 * What a zero-sum transfer of places would leave: never below zero, never below what is reserved; a rejected one changes nothing.
 * Source: 辽人社发〔2023〕36号, 附件7 (结合实际动态调整); Q50
 */
export const quotaTransferCheck: Rule<QuotaTransferCheckInput, QuotaTransferCheck> = {
  name: 'quotaTransferCheck',
  version: '1',
  input: transferInput,
  regionOf: () => null,
  decide(book, input) {
    const giver = quotaRow(book, input.from, 'from');
    const taker = quotaRow(book, input.to, 'to');
    if (giver.region.code === taker.region.code) throw sameRegion(giver.region.nameZh);
    const left = giver.places - input.places;
    const reserved = input.reservedFrom ?? 0;
    const status = left < 0 ? 'REJECTED_NEGATIVE' : left < reserved ? 'REJECTED_RESERVED' : 'OK';
    const moved = status === 'OK' ? input.places : 0;
    const outcome: QuotaTransferCheck = { fromPlaces: giver.places - moved, toPlaces: taker.places + moved, sum: quotaTotal(book), status };
    const explanation = step({
      label: bilingual(
        `名额由${giver.region.nameZh}调往${taker.region.nameZh}`,
        `Places from ${giver.region.nameEn} to ${taker.region.nameEn}`,
      ),
      rule: ruleVersion(quotaTransferCheck),
      operands: [
        operand(bilingual('调出地区名额', 'Quota of the giving region'), giver.places, 'PERSONS'),
        operand(bilingual('调入地区名额', 'Quota of the receiving region'), taker.places, 'PERSONS'),
        operand(bilingual('调整人数', 'Places moved'), input.places, 'PERSONS'),
        operand(bilingual('调出地区已占用', 'Reserved in the giving region'), reserved, 'PERSONS'),
      ],
      result: status,
      unit: 'DECISION',
      citations: [giver.figure.citation, taker.figure.citation],
    });
    return { outcome, explanation };
  },
};

const sameRegion = (name: string): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(`to：调出与调入同为${name}。请填写另一个地区。`, 'to: the region that gives also receives. Name another region.'),
    'to',
  );
