import { attendanceAlertHours, attendanceRefusals, attendanceSummary } from '../../../src/policy/training/attendance.js';
import { book, bookOf, underReading, withRegionalFigure } from '../harness.js';

const HOURS = { onlineHours: '80', offlineHours: '47.5' };
const FACTS = { trainees: 4, recorded: 3, attendedHours: '300', lowestHours: '60', belowAlert: 1 };

describe('the attendance of a run (辽人社发〔2023〕36号, 五(二); Q19, AMB-26)', () => {
  it('is pointed out below 80 % of all hours: 102 of 127.5', () => expect(attendanceAlertHours(book, HOURS)).toBe('102'));

  it('or below the share that a region sets', () => {
    const regional = bookOf(
      withRegionalFigure('ALERT_SHARE', 'ATTENDANCE', { value: '0.90', regionCode: 'LN-210200' }),
      '2026-05-04',
      'LN-210200',
    );
    expect(attendanceAlertHours(regional, HOURS)).toBe('114.75');
  });

  it('is averaged over those recorded: 300 of 3 x 127.5 hours, the lowest 60', () => {
    expect(attendanceSummary(book, HOURS, FACTS)).toMatchObject({
      trainees: 4,
      recorded: 3,
      averagePercent: '78.43',
      lowestPercent: '47.06',
      lowestHours: '60',
      belowAlert: 1,
      alertPercent: '80.00',
      citation: { status: 'UNCONFIRMED', clause: 'LN2023-36/5.2.1' },
    });
  });

  it('has no average while nothing is recorded', () => {
    const none = { trainees: 4, recorded: 0, attendedHours: null, lowestHours: null, belowAlert: 0 };
    expect(attendanceSummary(book, HOURS, none)).toMatchObject({ averagePercent: null, lowestPercent: null, lowestHours: null });
  });

  it('is not summed up under a reading that makes it a condition', () => {
    const refuses = bookOf(underReading('evidence.attendanceMin', 'THRESHOLD_REFUSES'));
    expect(() => attendanceSummary(refuses, HOURS, FACTS)).toThrow(expect.objectContaining({ code: 'READING_NOT_COMPUTED' }));
  });

  it('is refused line by line, at most a hundred times', () => {
    const lines = Array.from({ length: 150 }, (_, index) => ({ enrolmentId: `${index}`, attendedHours: '127.500001' }));
    const refusals = attendanceRefusals(HOURS, lines, new Map());
    expect(refusals).toHaveLength(100);
    expect(refusals[99]).toMatchObject({
      code: 'ATTENDANCE_EXCEEDS_RUN',
      field: 'lines[99].attendedHours',
      text: { en: '127.500001 hours attended are more than the 127.5 of the run' },
    });
  });

  it.each([
    ['ENROLLED', []],
    ['CERTIFIED', []],
    ['WITHDRAWN', ['TRAINEE_LEFT']],
    ['TRANSFERRED', ['TRAINEE_LEFT']],
  ])('of a trainee who is %s', (status, codes) => {
    const lines = [{ enrolmentId: '1', attendedHours: '127.5' }];
    expect(attendanceRefusals(HOURS, lines, new Map([['1', status]])).map(({ code }) => code)).toEqual(codes);
  });
});
