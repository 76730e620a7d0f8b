import { isFullyRecorded, recordingRefusals } from '../../../src/policy/training/recordings.js';
import { RUN } from './supervised.js';

describe('the recordings of a run (辽人社发〔2023〕36号, 五(二))', () => {
  it.each([
    ['nothing is declared, so nothing is known to be missing', 5, 0, [], null],
    ['every declared day has one', 3, 3, [], true],
    ['a declared day has none', 2, 3, ['2026-03-11'], false],
  ])('%s', (_title, recordedDays, sessionDays, missingDays, expected) =>
    expect(isFullyRecorded({ recordings: 9, recordedDays, sessionDays, missingDays })).toBe(expected),
  );

  it.each([
    ['planned', { startedOn: null, finishedOn: null }, '2026-03-10', ['2026-03-09', '2026-04-30'], []],
    ['started later than planned', { startedOn: '2026-03-16', finishedOn: null }, '2026-03-20', ['2026-03-15'], ['DAY_OUTSIDE_RUN']],
    ['going on after its planned end', { finishedOn: null }, '2026-05-04', ['2026-05-04'], []],
    ['ended before its planned end', { finishedOn: '2026-04-20' }, '2026-05-04', ['2026-04-21'], ['DAY_OUTSIDE_RUN']],
  ])('days of a run %s', (_title, changes, today, days, codes) => {
    expect(recordingRefusals({ ...RUN, ...changes }, [], days, new Set(), today).map(({ code }) => code)).toEqual(codes);
  });
});
