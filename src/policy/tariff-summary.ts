import { exact, sumOf } from '../money/exact.js';
import { exactFraction } from '../money/fraction.js';
import { formatYuan } from '../money/yuan.js';
import type { LevelCode } from './input.js';
import { LEVELS } from './occupations.js';
import type { TariffCell } from './tariff.js';

export interface TariffRange {
  /** the first in printed order where several share the amount */
  readonly lowest: TariffCell;
  readonly lowestCount: number;
  readonly highest: TariffCell;
  readonly highestCount: number;
}

/** The cells with the lowest and the highest amount, and how many share it; null for no cells. Source: 辽人社发〔2023〕36号, 附件5 */
export function tariffRange(cells: readonly TariffCell[]): TariffRange | null {
  const byAmount = [...cells].sort((a, b) => a.amount.comparedTo(b.amount));
  const lowest = byAmount[0];
  const top = byAmount.at(-1);
  if (lowest === undefined || top === undefined) return null;
  const highest = cells.find(({ amount }) => amount.equals(top.amount)) ?? top;
  const count = (wanted: TariffCell) => cells.filter(({ amount }) => amount.equals(wanted.amount)).length;
  return { lowest, lowestCount: count(lowest), highest, highestCount: count(highest) };
}

export interface TariffSums {
  readonly level: LevelCode | null;
  readonly hours: string;
  readonly amount: string;
}

/** The sums of hours and amounts by level and, with level null, over all cells: a checksum of the annex. */
export const tariffSums = (cells: readonly TariffCell[]): readonly TariffSums[] =>
  [...LEVELS, null].map((level) => {
    const chosen = cells.filter((cell) => level === null || cell.level === level);
    return {
      level,
      hours: sumOf(chosen.map(({ requiredHours }) => exact(requiredHours.value ?? ''))).toFixed(),
      amount: formatYuan(sumOf(chosen.map(({ amount }) => amount))),
    };
  });

export interface TariffAverage {
  /** the lowest terms, such as `6314/3` */
  readonly exactFraction: string;
  /** two decimals, never to be multiplied back */
  readonly display: string;
}

/** The plain mean of the cells' amounts. */
export const tariffAverage = (cells: readonly TariffCell[]): TariffAverage =>
  exactFraction(sumOf(cells.map(({ amount }) => amount)), cells.length);
