import { participation } from '../../src/policy/participation.js';
import { ask, desk, deskOf, failureOf, underReading } from './harness.js';

const STUDENT = { kind: 'STUDENT', region: '沈阳', isFullTimeStudent: true } as const;
const attend = (facts: Readonly<Record<string, unknown>>, rules = desk) => {
  const { mayAttend, reasons } = ask(participation, facts, rules);
  return [mayAttend, ...reasons];
};

describe('who may attend: workers (辽人社发〔2023〕36号, 三(一))', () => {
  it.each([
    ['in the province, in or towards the digital economy', { region: '沈阳', isInDigitalEconomy: true }, [true]],
    ['the Shenfu zone is a region of its own', { region: '沈抚示范区', isInDigitalEconomy: true }, [true]],
    ['outside the province', { region: '长春', isInDigitalEconomy: true }, [false, 'REGION_OUTSIDE_PROVINCE']],
    ['not in the digital economy', { region: '沈阳', isInDigitalEconomy: false }, [false, 'NOT_IN_DIGITAL_ECONOMY']],
    ['nothing said counts as no', { region: '长春' }, [false, 'REGION_OUTSIDE_PROVINCE', 'NOT_IN_DIGITAL_ECONOMY']],
  ])('%s', (_title, facts, answer) => {
    expect(attend({ kind: 'WORKER', ...facts })).toEqual(answer);
  });
});

describe('who may attend: full-time students of the graduating academic year (三(二), Q02: 1 July to 30 June)', () => {
  it.each([
    ['2025-06-30', '2026-06-30', [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
    ['2025-07-01', '2026-06-30', [true]],
    ['2026-06-30', '2026-06-30', [true]],
    ['2026-07-01', '2026-06-30', [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
    ['2026-07-01', '2026-07-01', [true]],
    ['2027-06-30', '2026-07-01', [true]],
    ['2026-06-30', '2026-07-01', [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
    ['2027-07-01', '2026-07-01', [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
    ['2026-11-22', null, [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
  ])('asked on %s, graduating on %s', (on, graduatesOn, answer) => {
    expect(attend({ ...STUDENT, on, graduatesOn })).toEqual(answer);
  });

  it('names the academic year that was looked at', () => {
    expect(ask(participation, { ...STUDENT, graduatesOn: '2026-06-30' }).academicYear).toEqual({ from: '2025-07-01', to: '2026-06-30' });
    expect(ask(participation, { ...STUDENT, graduatesOn: '2026-07-01' }).academicYear).toEqual({ from: '2026-07-01', to: '2027-06-30' });
    expect(ask(participation, { kind: 'WORKER', region: '沈阳' }).academicYear).toBeNull();
  });

  it.each(['0003-01-01', '0021-05-01', '0203-01-01', '1026-06-30'])('a graduation in the year of %s is long past', (graduatesOn) => {
    expect(attend({ ...STUDENT, graduatesOn })).toEqual([false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']);
  });

  it.each(['0001-01-01', '0021-05-01', '2026-06-30'])('the academic year of %s is written as days', (graduatesOn) => {
    const { academicYear } = ask(participation, { ...STUDENT, graduatesOn });
    expect(academicYear?.from).toMatch(/^\d{4}-07-01$/);
    expect(academicYear?.to).toMatch(/^\d{4}-06-30$/);
  });

  it('part-time and from elsewhere are refused together, in order', () => {
    const facts = { kind: 'STUDENT', region: '长春', isFullTimeStudent: false, graduatesOn: '2024-06-30' };
    expect(attend(facts)).toEqual([false, 'REGION_OUTSIDE_PROVINCE', 'NOT_FULL_TIME_STUDENT', 'NOT_IN_GRADUATING_ACADEMIC_YEAR']);
  });

  it.each([
    ['JULY_TO_JUNE_ANY_UNIVERSITY', { region: '长春', graduatesOn: '2027-06-30' }, [true]],
    ['CALENDAR_YEAR_LIAONING', { region: '沈阳', graduatesOn: '2026-01-01' }, [true]],
    ['CALENDAR_YEAR_LIAONING', { region: '沈阳', graduatesOn: '2027-06-30' }, [false, 'NOT_IN_GRADUATING_ACADEMIC_YEAR']],
  ])('Q02 under %s: %j', (reading, facts, answer) => {
    expect(attend({ ...STUDENT, ...facts }, deskOf(underReading('eligibility.studentWindow', reading)))).toEqual(answer);
  });

  it('says nothing before the notice', () => {
    expect(failureOf(() => attend({ ...STUDENT, on: '2023-12-28' })).code).toBe('RULE_NOT_IN_FORCE');
  });
});
