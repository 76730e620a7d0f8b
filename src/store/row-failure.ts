import { bilingual } from '../policy/bilingual.js';
import { StoreFailure } from './store-failure.js';

const OVERLAPS = '23P01';
const UNKNOWN_DOCUMENT = '23503';
const BROKEN_RULE = /^(23|22)/;

/** What the database says about a refused row, as far as pg passes it on. */
interface Refusal {
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
}

/**
 * A row that the database refused, as a StoreFailure: FIGURE_OVERLAPS, DOCUMENT_UNKNOWN or FIGURE_INVALID. Any other
 * error comes back as it is.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const rowFailure = (row: string, error: unknown): unknown => {
  const { code = '', constraint = '' } = error as Refusal;
  if (code === OVERLAPS) return overlaps(row, error as Refusal);
  if (code === UNKNOWN_DOCUMENT) {
    const text = bilingual(
      `要求登记 ${row}；其文件编号没有登记。请先登记该文件。`,
      `Asked to record ${row}; its document is not recorded. Record the document first.`,
    );
    return new StoreFailure('DOCUMENT_UNKNOWN', text, { row }, error);
  }
  if (!BROKEN_RULE.test(code)) return error;
  const text = bilingual(
    `要求登记 ${row}；不符合数据库约束 ${constraint}。请更正数值、单位、约束方式或期间。`,
    `Asked to record ${row}; it breaks the database's rule ${constraint}. Correct its value, unit, binding or period.`,
  );
  return new StoreFailure('FIGURE_INVALID', text, { row, constraint }, error);
};

const overlaps = (row: string, refusal: Refusal): StoreFailure =>
  new StoreFailure(
    'FIGURE_OVERLAPS',
    bilingual(
      `要求登记 ${row}；同一项目、同一地区在重叠的期间内已有登记。请改用不重叠的期间，或先终止原有的一行。`,
      `Asked to record ${row}; the same item and region already has a row for an overlapping period. Use a period that does not overlap, or close the other row first.`,
    ),
    { row, detail: refusal.detail ?? '' },
    refusal,
  );
