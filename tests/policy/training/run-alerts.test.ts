import type { RuleArchive } from '../../../src/policy/rule-archive.js';
import { onlineGate } from '../../../src/policy/training/online-gate.js';
import { type RunFacts, runAlerts } from '../../../src/policy/training/run-alerts.js';
import type { SupervisedRun } from '../../../src/policy/training/supervised-run.js';
import { archive, bookOf, underReading } from '../harness.js';
import { finding, RUN } from './supervised.js';

const TODAY = '2026-05-04';
/** A quarter online, everything in order. */
const SOUND: SupervisedRun = { ...RUN, onlineHours: '40', offlineHours: '120' };

const alertsOf = (run: SupervisedRun, facts: Partial<RunFacts> = {}, rules: RuleArchive = archive) => {
  const books = { filing: bookOf(rules, run.filedOn, run.regionCode), start: bookOf(rules, run.startsOn), today: bookOf(rules, TODAY) };
  return runAlerts(books, run, {
    gate: onlineGate(books.filing, run, []),
    attendance: { trainees: 20, recorded: 20, attendedHours: '3200', lowestHours: '160', belowAlert: 0 },
    recordings: { recordings: 30, recordedDays: 30, sessionDays: 30, missingDays: [] },
    findings: [],
    hasAgreement: true,
    versionOn: '2026-03-05',
    ...facts,
  });
};
const shortly = (...asked: Parameters<typeof alertsOf>) =>
  alertsOf(...asked).map(({ code, clause, since }) => `${code} ${clause} ${since}`);

describe('what is pointed out about a course run (辽人社发〔2023〕36号, 四, 五, 六(一), 附件5)', () => {
  it('nothing where everything is in order', () => expect(alertsOf(SOUND)).toEqual([]));

  it.each<[string, Partial<SupervisedRun>, Partial<RunFacts>, readonly string[]]>([
    ['more than half online', { onlineHours: '81', offlineHours: '79' }, {}, ['ONLINE_SHARE_HOLD LN2023-36/4.1.4 2026-03-05']],
    ['half online', { onlineHours: '80', offlineHours: '80' }, {}, ['ONLINE_SHARE_NEAR LN2023-36/4.1.4 2026-03-05']],
    [
      'an occupation that nobody assesses',
      { occupationCode: 'CLOUD_COMPUTING', offlineHours: '200' },
      {},
      ['NO_ASSESSMENT_BODY LN2023-36/A6.9 2026-03-02'],
    ],
    ['a venue outside the province', { venueRegionCode: null }, {}, ['CROSS_PROVINCE LN2023-36/5.2.3 2026-03-05']],
    ['an institution of no directory', { institutionCode: 'TI-ELSEWHERE' }, {}, ['CROSS_PROVINCE LN2023-36/5.2.3 2026-03-05']],
    ['a finding', {}, { findings: [finding()] }, ['FINDING_IN_FORCE LN2023-36/5.1.3 2026-05-02']],
    ['a lifted finding', {}, { findings: [finding({ liftedOn: '2026-05-03' })] }, []],
    ['no agreement', {}, { hasAgreement: false }, ['AGREEMENT_MISSING LN2023-36/6.1.2 2026-03-09']],
    ['fewer hours than required', { offlineHours: '119.5' }, {}, ['HOURS_BELOW_REQUIREMENT LN2023-36/A5.12 2026-03-05']],
    ['fewer hours in a market run', { offlineHours: '119.5', fundingMode: 'MARKET' }, {}, []],
  ])('%s', (_title, run, facts, expected) => expect(shortly({ ...SOUND, ...run }, facts)).toEqual(expected));

  const ATTENDANCE = { trainees: 20, recorded: 18, attendedHours: '2700', lowestHours: '10', belowAlert: 2 };
  const RECORDINGS = { recordings: 0, recordedDays: 0, sessionDays: 0, missingDays: [] };

  it('attendance and recordings once the run is over', () => {
    const facts = { attendance: ATTENDANCE, recordings: RECORDINGS };
    expect(shortly(SOUND, facts)).toEqual([
      'ATTENDANCE_LOW LN2023-36/5.2.1 2026-04-30',
      'ATTENDANCE_MISSING LN2023-36/5.2.1 2026-04-30',
      'RECORDING_MISSING LN2023-36/5.2.2 2026-04-30',
    ]);
    expect(shortly({ ...SOUND, status: 'STARTED', finishedOn: null }, facts)).toEqual([]);
  });

  it.each([
    ['recordings and no declared days', { recordings: 3, recordedDays: 3, sessionDays: 0, missingDays: [] }, 0],
    ['a declared day without one', { recordings: 3, recordedDays: 3, sessionDays: 4, missingDays: ['2026-03-12'] }, 1],
  ])('%s', (_title, recordings, count) => expect(alertsOf(SOUND, { recordings })).toHaveLength(count));

  it.each(['REJECTED', 'CANCELLED'] as const)('nothing about a run that is %s', (status) =>
    expect(alertsOf({ ...RUN, status }, { hasAgreement: false })).toEqual([]),
  );

  it('says it in both languages, with its facts', () => {
    expect(alertsOf({ ...SOUND, offlineHours: '119.5' })[0]?.text).toEqual({
      zh: '计划学时（线上 40，线下 119.5）低于规定的 160 学时',
      en: 'The planned hours (40 online, 119.5 offline) are below the required 160',
    });
  });

  it('an unlisted institution is no alert where only the venue counts (Q26)', () => {
    expect(alertsOf({ ...SOUND, institutionCode: 'TI-ELSEWHERE' }, {}, underReading('evidence.crossProvince', 'VENUE_ONLY'))).toEqual([]);
  });

  it.each([
    ['evidence.attendanceMin', 'THRESHOLD_REFUSES'],
    ['evidence.crossProvince', 'INSTITUTION_SEAT'],
    ['evidence.onlineScope', 'PER_YEAR'],
  ])('is not answered under %s %s', (key, reading) => {
    expect(() => alertsOf(SOUND, {}, underReading(key, reading))).toThrow(expect.objectContaining({ code: 'READING_NOT_COMPUTED' }));
  });
});
