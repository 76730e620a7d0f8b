import { z } from 'zod';
import { exact } from '../money/exact.js';
import { formatYuan } from '../money/yuan.js';
import { invariant } from '../money/invariant.js';
import { bilingual } from './bilingual.js';
import { requireInForce, TRAINING_NOTICE } from './citations.js';
import { operand, type Step, step } from './explanation.js';
import { dayText, nameText, optional } from './input.js';
import { LEVEL_NAMES } from './occupations.js';
import { quotaRow, quotaTotal } from './quota.js';
import { type Rule, ruleVersion } from './rule.js';
import { type TariffCell, tariffOf } from './tariff.js';
import { type TariffRange, tariffRange } from './tariff-summary.js';
import type { ReasonCode } from './reasons.js';
import { categoryNotices } from './trainee-decision.js';

const boundsInput = z.strictObject({ on: optional(dayText), region: optional(nameText) });
export type BudgetBoundsInput = z.infer<typeof boundsInput>;

export interface BudgetBounds {
  /** null: the whole province */
  readonly region: string | null;
  readonly places: number;
  readonly min: string;
  readonly minCell: CellName;
  readonly max: string;
  readonly maxCell: CellName;
  /** null where no cell is payable on the day */
  readonly minPayableToday: string | null;
  readonly minPayableCell: CellName | null;
  readonly maxPayableToday: string | null;
  readonly maxPayableCell: CellName | null;
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
}

export interface CellName {
  readonly occupation: string;
  readonly level: string;
}

/**
 * The least and the most that a year's places can cost: places x the lowest and the highest amount per trainee, over all cells and over those payable on the day.
 * Planning bounds, no forecast.
 * Source: 辽人社发〔2023〕36号, 附件5, 附件7
 */
export const budgetBounds: Rule<BudgetBoundsInput, BudgetBounds> = {
  name: 'budgetBounds',
  version: '1',
  input: boundsInput,
  regionOf: (input) => input.region,
  decide(book, { region }) {
    requireInForce(book, TRAINING_NOTICE);
    const row = region === null ? null : quotaRow(book, region, 'region');
    const places = row?.places ?? quotaTotal(book);
    const cells = tariffOf(book);
    const all = tariffRange(cells);
    invariant(all !== null, 'a tariff in force has cells');
    const payable = tariffRange(cells.filter(({ obstacles }) => obstacles.length === 0));
    const outcome: BudgetBounds = {
      region: row?.region.code ?? null,
      places,
      min: times(places, all.lowest),
      minCell: nameOf(all.lowest),
      max: times(places, all.highest),
      maxCell: nameOf(all.highest),
      minPayableToday: payable && times(places, payable.lowest),
      minPayableCell: payable && nameOf(payable.lowest),
      maxPayableToday: payable && times(places, payable.highest),
      maxPayableCell: payable && nameOf(payable.highest),
      notices: categoryNotices(book, true),
    };
    const source = row === null ? book.figure('QUOTA_TOTAL', 'PROVINCE') : row.figure;
    const explanation = step({
      label: bilingual('年度预算上下限', 'Bounds of the yearly budget'),
      rule: ruleVersion(budgetBounds),
      operands: [operand(bilingual('名额', 'Places'), places, 'PERSONS')],
      result: `${outcome.min} – ${outcome.max}`,
      unit: 'DECISION',
      citations: [source.citation],
      steps: [all, ...(payable === null ? [] : [payable])].flatMap((range) => boundSteps(places, range)),
    });
    return { outcome, explanation };
  },
};

const times = (places: number, cell: TariffCell): string => formatYuan(cell.amount.times(exact(places)));
const nameOf = (cell: TariffCell): CellName => ({ occupation: cell.occupation.code, level: cell.level });

const boundSteps = (places: number, { lowest, highest }: TariffRange): Step[] =>
  [lowest, highest].map((cell) =>
    step({
      label: bilingual(
        `名额 × ${cell.occupation.shortZh}${LEVEL_NAMES[cell.level].zh}`,
        `Places x ${cell.occupation.nameEn}, ${LEVEL_NAMES[cell.level].en}`,
      ),
      rule: ruleVersion(budgetBounds),
      operands: [
        operand(bilingual('名额', 'Places'), places, 'PERSONS'),
        operand(bilingual('每人补贴', 'Subsidy per trainee'), formatYuan(cell.amount), 'CNY'),
      ],
      result: times(places, cell),
      unit: 'CNY',
      citations: [cell.requiredHours.citation, cell.hourlyRate.citation],
    }),
  );
