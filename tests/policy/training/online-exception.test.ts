import { exceptionRefusals } from '../../../src/policy/training/online-exception.js';
import { onlineGate } from '../../../src/policy/training/online-gate.js';
import { book, bookOf, underReading } from '../harness.js';
import { actorWith, RUN } from './supervised.js';

const ABOVE = { ...RUN, onlineHours: '96', offlineHours: '64' };
const REQUEST = { version: 3, grantedOn: '2026-04-01' };
const CITY = actorWith('HR_REVIEWER');
const PROVINCE = actorWith('PROVINCE_REVIEWER', []);

const codes = (actor = CITY, run = ABOVE, rules = book, request = REQUEST, involved = ['chen', 'li']): readonly string[] =>
  exceptionRefusals(rules, actor, run, onlineGate(rules, run, []), involved, request).map(({ code }) => code);

describe('who may except a run from the online share limit (辽人社发〔2023〕36号, 四(一); Q17)', () => {
  const under = (reading: string) => bookOf(underReading('evidence.onlineException', reading));

  it.each([
    ['TRAINEE_REGION_HR', CITY, []],
    ['TRAINEE_REGION_HR', actorWith('HR_REVIEWER', ['LN-210100']), ['EXCEPTION_AUTHORITY']],
    ['TRAINEE_REGION_HR', PROVINCE, ['EXCEPTION_AUTHORITY']],
    ['PROVINCE_HR', CITY, ['EXCEPTION_AUTHORITY']],
    ['PROVINCE_HR', PROVINCE, []],
    ['NO_EXCEPTION', CITY, ['EXCEPTION_NOT_ALLOWED']],
    ['NO_EXCEPTION', PROVINCE, ['EXCEPTION_NOT_ALLOWED']],
  ])('%s: %j', (reading, actor, expected) => expect(codes(actor, ABOVE, under(reading))).toEqual(expected));

  it.each([
    ['a run within the limit', CITY, RUN, REQUEST, ['EXCEPTION_NOT_NEEDED']],
    ['a rejected run', CITY, { ...ABOVE, status: 'REJECTED' } as const, REQUEST, ['RUN_STATUS']],
    ['another version', CITY, ABOVE, { ...REQUEST, version: 2 }, ['STALE_VERSION']],
    ['a day before the filing', CITY, ABOVE, { ...REQUEST, grantedOn: '2026-03-01' }, ['NOT_BEFORE']],
    ['the person who approved', { ...CITY, person: 'li' }, ABOVE, REQUEST, ['SAME_PERSON']],
  ])('%s', (_title, actor, run, request, expected) => expect(codes(actor, run, book, request)).toEqual(expected));

  it.each([
    ['chen', 'fileCourseRun'],
    ['li', 'approveCourseRun'],
    ['sun', 'changeCourseRun'],
  ])('%s did %s before', (person, earlierAct) => {
    const [refusal] = exceptionRefusals(book, { ...CITY, person }, ABOVE, onlineGate(book, ABOVE, []), ['chen', 'li', 'sun'], REQUEST);
    expect(refusal?.facts).toMatchObject({ earlierAct });
  });
});
