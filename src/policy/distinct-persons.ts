import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { operand, step } from './explanation.js';
import { dayText, listOf, nameText, optional, wholeNumber } from './input.js';
import { regionOf } from './regions.js';
import { type Rule, ruleVersion } from './rule.js';
import { readingOf } from './readings.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const MAX_RECORDS = 10_000;
const personsInput = z.strictObject({
  on: optional(dayText),
  region: nameText,
  records: listOf(z.strictObject({ person: nameText, year: wholeNumber(FIRST_YEAR, LAST_YEAR) }), MAX_RECORDS, 0),
});
export type DistinctPersonsInput = z.infer<typeof personsInput>;

export interface DistinctPersons {
  readonly region: string;
  /** years rising */
  readonly years: readonly { readonly year: number; readonly persons: number }[];
}

/**
 * How many persons a region counts per calendar year: two certificates of one person in one year count once (Q47).
 * Source: 辽人社发〔2023〕36号, 附件7
 */
export const distinctPersons: Rule<DistinctPersonsInput, DistinctPersons> = {
  name: 'distinctPersons',
  version: '1',
  input: personsInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const { code } = regionOf(book, input.region, 'region');
    const countsEach = readingOf(book, 'quota.unit') === 'CERTIFICATES';
    const counted = new Map<number, Set<string>>();
    input.records.forEach(({ person, year }, index) => {
      const known = counted.get(year) ?? new Set<string>();
      counted.set(year, known.add(countsEach ? `${index}` : person));
    });
    const years = [...counted].map(([year, persons]) => ({ year, persons: persons.size })).sort((a, b) => a.year - b.year);
    const explanation = step({
      label: bilingual('按年度去重人数', 'Distinct persons per year'),
      rule: ruleVersion(distinctPersons),
      operands: [operand(bilingual('记录数', 'Records'), input.records.length, 'COUNT')],
      result: years.map(({ year, persons }) => `${year}: ${persons}`).join(', '),
      unit: 'PERSONS',
      citations: [clauseCitation(book, 'LN2023-36/A7.18')],
    });
    return { outcome: { region: code, years }, explanation };
  },
};
