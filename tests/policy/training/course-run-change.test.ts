import { changeRefusals } from '../../../src/policy/training/course-run-change.js';

const FILED = { status: 'FILED', startsOn: '2026-03-09', startedOn: null, places: 30 };
const APPROVED = { ...FILED, status: 'APPROVED' };
const STARTED = { ...FILED, status: 'STARTED', startedOn: '2026-03-09' };
const SAME = { startsOn: '2026-03-09', places: 30 };
const NOW = { today: '2026-03-05', taken: 0 };

describe('the change of a course run (docs/decisions/0011-places-ledger.md)', () => {
  it.each([
    ['filed: anything', FILED, { startsOn: '2027-03-09', places: 90 }, NOW, []],
    ['approved: fewer places', APPROVED, { ...SAME, places: 20 }, NOW, []],
    ['approved: a later first day of the same year', APPROVED, { ...SAME, startsOn: '2026-12-31' }, NOW, []],
    ['approved: more places', APPROVED, { ...SAME, places: 31 }, NOW, ['PLACES_NEED_APPROVAL']],
    ['approved: a first day of another year', APPROVED, { ...SAME, startsOn: '2028-03-01' }, NOW, ['YEAR_NEEDS_APPROVAL']],
    ['approved: a first day that has passed', APPROVED, { ...SAME, startsOn: '2026-03-04' }, NOW, ['FIRST_DAY_PASSED']],
    ['started: another first day', STARTED, { ...SAME, startsOn: '2026-03-10' }, NOW, ['RUN_STATUS']],
    ['filed: fewer places than trainees', FILED, { ...SAME, places: 20 }, { ...NOW, taken: 21 }, ['PLACES_BELOW_ROSTER']],
    ['more trainees than places: the places stay as they were', STARTED, SAME, { ...NOW, taken: 40 }, []],
    ['more trainees than places: as many places as trainees', STARTED, { ...SAME, places: 40 }, { ...NOW, taken: 40 }, []],
    [
      'more trainees than places: one more than trainees',
      STARTED,
      { ...SAME, places: 41 },
      { ...NOW, taken: 40 },
      ['PLACES_NEED_APPROVAL'],
    ],
    ['more trainees than places: fewer places yet', STARTED, { ...SAME, places: 29 }, { ...NOW, taken: 40 }, ['PLACES_BELOW_ROSTER']],
  ])('%s', (_title, run, changed, now, codes) => {
    expect(changeRefusals(run, changed, now).map(({ code }) => code)).toEqual(codes);
  });
});
