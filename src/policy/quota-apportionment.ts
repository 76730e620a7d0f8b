import { z } from 'zod';
import { apportionByLargestRemainder } from '../money/allocate.js';
import { bilingual } from './bilingual.js';
import { clauseCitation, requireInForce, TRAINING_NOTICE } from './citations.js';
import { operand, step } from './explanation.js';
import { countOrNone, dayText, optional } from './input.js';
import { quotaRowsOf, quotaTotal } from './quota.js';
import { type Rule, ruleVersion } from './rule.js';

const apportionmentInput = z.strictObject({ on: optional(dayText), places: countOrNone });
export type QuotaApportionmentInput = z.infer<typeof apportionmentInput>;

export interface QuotaApportionment {
  readonly places: number;
  /** in the order of Annex 7; they sum to `places` */
  readonly shares: readonly { readonly region: string; readonly places: number }[];
}

/**
 * Shares out a provincial number of places by quota with the largest remainder, ties in the order of Annex 7. The notices know no such rule: a proposal.
 * Source: our design, docs/decisions/0005-exact-money.md; weights from 辽人社发〔2023〕36号, 附件7
 */
export const quotaApportionment: Rule<QuotaApportionmentInput, QuotaApportionment> = {
  name: 'quotaApportionment',
  version: '1',
  input: apportionmentInput,
  regionOf: () => null,
  decide(book, { places }) {
    requireInForce(book, TRAINING_NOTICE);
    const rows = quotaRowsOf(book);
    const units = apportionByLargestRemainder(
      places,
      rows.map((row) => BigInt(row.places)),
    );
    const shares = rows.map((row, index) => ({ region: row.region.code, places: units[index] ?? 0 }));
    const explanation = step({
      label: bilingual('按名额比例分配，最大余数法', 'Shared by quota with the largest remainder'),
      rule: ruleVersion(quotaApportionment),
      operands: [
        operand(bilingual('待分配', 'To share'), places, 'PERSONS'),
        operand(bilingual('全省名额', 'Provincial quota'), quotaTotal(book), 'PERSONS'),
      ],
      result: `${places}`,
      unit: 'PERSONS',
      rounding: 'LARGEST_REMAINDER',
      citations: [clauseCitation(book, 'LN2023-36/A7.17')],
      steps: rows.map((row, index) =>
        step({
          label: bilingual(row.region.nameZh, row.region.nameEn),
          rule: ruleVersion(quotaApportionment),
          result: `${units[index]}`,
          unit: 'PERSONS',
          citations: [row.figure.citation],
        }),
      ),
    });
    return { outcome: { places, shares }, explanation };
  },
};
