import { z } from 'zod';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { expects } from '../../policy/input.js';
import type { AdviceLine } from '../../policy/payments/bank-advice.js';
import { csvRows } from '../../store/csv-rows.js';

/** Many times what two hundred lines take. */
const LENGTH_MAX = 2 ** 18;
const EXPECTED = expects('应为银行回单的 CSV 文本，最多 262144 个字符', "the bank's advice as CSV text of at most 262,144 characters");
export const adviceFile = z.string({ error: EXPECTED }).min(1, EXPECTED).max(LENGTH_MAX, EXPECTED);

/** The columns of the file by either heading. */
const COLUMNS: Readonly<Record<string, keyof AdviceLine>> = {
  batch: 'batch',
  批次号: 'batch',
  line: 'line',
  序号: 'line',
  amount: 'amount',
  金额: 'amount',
  result: 'result',
  结果: 'result',
  bankReference: 'bankReference',
  银行流水号: 'bankReference',
  day: 'day',
  日期: 'day',
  returnReason: 'returnReason',
  退回原因: 'returnReason',
};
const NEEDED: readonly (keyof AdviceLine)[] = ['batch', 'line', 'amount', 'result', 'bankReference', 'day', 'returnReason'];

/** The lines of a bank's file, in its order; a heading that is not ours is passed over. Throws BAD_USER_INPUT where a column is missing or the text is no CSV. */
export function adviceLines(file: string): readonly AdviceLine[] {
  const rows = csvRows(file);
  if (rows === null) throw unreadable('不是 CSV，或各行的列数不同', 'it is no CSV, or its lines have different numbers of columns');
  const [headings = [], ...lines] = rows;
  const places = new Map(
    headings.flatMap((heading, index): [keyof AdviceLine, number][] => {
      const column = COLUMNS[heading];
      return column === undefined ? [] : [[column, index]];
    }),
  );
  const missing = NEEDED.filter((column) => !places.has(column));
  if (missing.length > 0) throw unreadable(`缺少列 ${missing.join('、')}`, `the columns ${missing.join(', ')} are missing`);
  return lines.map(
    (line) => Object.fromEntries(NEEDED.map((column) => [column, line[places.get(column) ?? -1] ?? ''])) as unknown as AdviceLine,
  );
}

const unreadable = (zh: string, en: string): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `file：${zh}。首行应为 批次号,序号,金额,结果,银行流水号,日期,退回原因。`,
      `file: ${en}. Its first line should be batch,line,amount,result,bankReference,day,returnReason.`,
    ),
    'file',
  );
