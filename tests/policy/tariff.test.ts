import { formatYuan } from '../../src/money/yuan.js';
import { tariffCell, tariffOf } from '../../src/policy/tariff.js';
import { tariffAverage, tariffRange, tariffSums } from '../../src/policy/tariff-summary.js';
import { CELLS, RATES, TARIFF } from './annexes.js';
import { archive, book, bookOf, failureOf } from './harness.js';

const cells = tariffOf(book);

describe('the tariff (辽人社发〔2023〕36号, 附件5)', () => {
  it('has thirty cells in the order of the annex', () => {
    expect(cells.map(({ occupation, level }) => `${occupation.code} ${level}`)).toEqual(
      CELLS.map(({ occupation, level }) => `${occupation} ${level}`),
    );
  });

  it.each(CELLS)('$occupation $level: $hours hours, $amount yuan', ({ occupation, level, hours, amount }) => {
    const cell = tariffCell(book, occupation, level, 'occupation');
    expect(cell.requiredHours.value).toBe(hours);
    expect(cell.hourlyRate.value).toBe(RATES[level]);
    expect(formatYuan(cell.amount)).toBe(amount);
    expect(`${cell.amountFen}`).toBe(`${BigInt(amount.replace('.', ''))}`);
    expect(cell.requiredHours.citation.annex).toBe('附件5');
    expect(cell.hourlyRate.citation.clause).toBe('LN2023-36/A5.11');
  });

  it.each(TARIFF)('%s is also found as %s', (occupation, zh) => {
    expect(tariffCell(book, zh, 'SENIOR', 'occupation').occupation.code).toBe(occupation);
  });

  it('is payable in all but the cells of the two occupations that nobody is listed for (附件1, 附件6)', () => {
    const blocked = cells.filter(({ obstacles }) => obstacles.length > 0);
    expect(blocked.map(({ occupation, level }) => `${occupation.code} ${level}`)).toEqual([
      'CLOUD_COMPUTING JUNIOR',
      'CLOUD_COMPUTING INTERMEDIATE',
      'CLOUD_COMPUTING SENIOR',
      'DIGITAL_MANAGEMENT JUNIOR',
      'DIGITAL_MANAGEMENT INTERMEDIATE',
      'DIGITAL_MANAGEMENT SENIOR',
    ]);
    for (const { obstacles } of blocked) expect(obstacles).toEqual(['NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
  });

  it('refuses an occupation that Annex 5 does not have, naming those it has', () => {
    const failure = failureOf(() => tariffCell(book, '厨师', 'JUNIOR', 'lines[0].occupation'));
    expect(failure.code).toBe('UNKNOWN_OCCUPATION');
    expect(failure.field).toBe('lines[0].occupation');
    expect(failure.text.zh).toContain('大数据(BIG_DATA)');
    expect(failure.text.en).toContain('"厨师"');
  });

  it('does not exist before the notice', () => {
    expect(tariffOf(bookOf(archive, '2023-12-28'))).toEqual([]);
  });
});

describe('sums, range and mean of the tariff (附件5)', () => {
  it('has the sums of the columns as a checksum', () => {
    expect(tariffSums(cells)).toEqual([
      { level: 'JUNIOR', hours: '1048', amount: '10480.00' },
      { level: 'INTERMEDIATE', hours: '1088', amount: '21760.00' },
      { level: 'SENIOR', hours: '1236', amount: '30900.00' },
      { level: null, hours: '3372', amount: '63140.00' },
    ]);
  });

  it('reaches from 600.00 to 4800.00, each once', () => {
    const range = tariffRange(cells);
    expect(range?.lowest.occupation.code).toBe('DIGITAL_MANAGEMENT');
    expect(range && formatYuan(range.lowest.amount)).toBe('600.00');
    expect(range?.highest.occupation.code).toBe('CLOUD_COMPUTING');
    expect(range && formatYuan(range.highest.amount)).toBe('4800.00');
    expect([range?.lowestCount, range?.highestCount]).toEqual([1, 1]);
  });

  it('reaches from 640.00 to 4000.00 where somebody is listed; the highest three times, the first in printed order named', () => {
    const range = tariffRange(cells.filter(({ obstacles }) => obstacles.length === 0));
    expect(range && [range.lowest.occupation.code, formatYuan(range.lowest.amount), range.lowestCount]).toEqual(['AI', '640.00', 1]);
    expect(range && [range.highest.occupation.code, formatYuan(range.highest.amount), range.highestCount]).toEqual([
      'BIG_DATA',
      '4000.00',
      3,
    ]);
  });

  it('has no range without cells', () => {
    expect(tariffRange([])).toBeNull();
  });

  it('has the mean 6314/3, shown as 2104.67', () => {
    expect(tariffAverage(cells)).toEqual({ exactFraction: '6314/3', display: '2104.67' });
  });
});
