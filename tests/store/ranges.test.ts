import { dayRangeText, instantRangeText, parseDayRange, parseInstantRange } from '../../src/store/rows/ranges.js';

describe('ranges as PostgreSQL writes them', () => {
  it.each([
    ['[2023-12-29,)', '2023-12-29', null],
    ['(,)', null, null],
    ['(,2024-03-01)', null, '2024-02-29'],
    ['[2024-01-01,2025-01-01)', '2024-01-01', '2024-12-31'],
  ])('%s is a period whose last day is included', (text, from, to) => {
    expect(parseDayRange(text)).toEqual({ from, to });
  });

  it('names the last day as included when it writes', () => {
    expect(dayRangeText({ from: '2024-01-01', to: '2024-12-31' })).toBe('[2024-01-01,2024-12-31]');
    expect(dayRangeText({ from: null, to: null })).toBe('[,)');
  });

  it.each([
    ['["2023-12-28 16:00:00+00",)', '2023-12-28T16:00:00.000Z', null],
    ['(,"2024-05-06 07:08:09.123+00")', null, '2024-05-06T07:08:09.123Z'],
    ['["2024-01-01 08:00:00+08","2024-01-01 05:30:00+05:30")', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'],
  ])('%s is read as instants in UTC', (text, from, to) => {
    expect(parseInstantRange(text)).toEqual({ from, to });
  });

  it('writes instants with the end excluded', () => {
    expect(instantRangeText({ from: '2024-01-01T00:00:00.000Z', to: null })).toBe('[2024-01-01T00:00:00.000Z,)');
  });
});
