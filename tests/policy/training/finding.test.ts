import {
  concernsTrainee,
  findingRefusals,
  findingsAgainst,
  findingsInForce,
  liftingRefusals,
} from '../../../src/policy/training/finding.js';
import { book, bookOf, underReading } from '../harness.js';
import { actorWith, finding, RUN } from './supervised.js';

const [DALIAN, SHENYANG, ANSHAN] = ['LN-210200', 'LN-210100', 'LN-210300'];
const trainee = (regionCode: string, enrolmentId = '7') => ({ courseRunId: '1', enrolmentId, regionCode, organisingRegionCode: DALIAN });

describe('a finding in force (辽人社发〔2023〕36号, 五(一))', () => {
  const lifted = finding({ liftedOn: '2026-06-01' });

  it.each([
    ['the day before the decision', '2026-05-01', 0],
    ['the day of the decision', '2026-05-02', 1],
    ['the day before it is lifted', '2026-05-31', 1],
    ['the day on which it is lifted', '2026-06-01', 0],
  ])('%s', (_title, on, count) => expect(findingsInForce([lifted], on)).toHaveLength(count));

  it('one that is not lifted stands', () => expect(findingsInForce([finding()], '2036-01-01')).toHaveLength(1));
});

describe('whom a finding concerns (AMB-10, AMB-19; docs/decisions/0013-supervision.md)', () => {
  const ofOrganiser = finding();
  const ofShenyang = finding({ regionCode: SHENYANG });
  const onPerson = finding({ scope: 'PERSON', enrolmentId: '7', regionCode: SHENYANG });

  it.each([
    ['the class, by the organising region', ofOrganiser, trainee(DALIAN), true],
    ["the class, by the organising region: another region's trainee too", ofOrganiser, trainee(SHENYANG), true],
    ['the class, by another region: its own trainee', ofShenyang, trainee(SHENYANG), true],
    ["the class, by another region: not the organiser's trainee", ofShenyang, trainee(DALIAN), false],
    ["the class, by another region: not a third one's trainee", ofShenyang, trainee(ANSHAN), false],
    ['a person: that one', onPerson, trainee(SHENYANG), true],
    ['a person: nobody else', onPerson, trainee(SHENYANG, '8'), false],
    ['another run: nobody here', finding({ courseRunId: '2' }), trainee(DALIAN), false],
  ])('%s', (_title, found, whom, expected) => expect(concernsTrainee(found, whom)).toBe(expected));

  it('what bars a subsidy is in force and concerns the trainee', () => {
    const all = [ofOrganiser, ofShenyang, onPerson, finding({ liftedOn: '2026-05-03' })];
    expect(findingsAgainst(all, trainee(SHENYANG), '2026-05-04')).toEqual([ofOrganiser, ofShenyang, onPerson]);
    expect(findingsAgainst(all, trainee(DALIAN, '8'), '2026-05-04')).toEqual([ofOrganiser]);
  });
});

describe('who finds a violation and who lifts it (五(三); Q44)', () => {
  const province = bookOf(underReading('sanction.procedure', 'PROVINCE_DECIDES'));
  const report = {
    regionCode: DALIAN,
    traineeRegions: [DALIAN, SHENYANG],
    decidedOn: '2026-05-02',
    documentNumber: '文',
    traineeRegion: null,
    isKnown: false,
  };

  it.each([
    ['the supervising region', book, actorWith('HR_OFFICER'), {}, []],
    ['a reviewer', book, actorWith('HR_REVIEWER'), {}, ['FINDING_AUTHORITY']],
    ['the province, while Q44 says the region', book, actorWith('PROVINCE_OFFICER', []), {}, ['FINDING_AUTHORITY']],
    ['the province, once Q44 says so', province, actorWith('PROVINCE_OFFICER', []), {}, []],
    ['the region, once Q44 says the province', province, actorWith('HR_OFFICER'), {}, ['FINDING_AUTHORITY']],
    ['a region without trainees in the run', book, actorWith('HR_OFFICER', [ANSHAN]), { regionCode: ANSHAN }, ['NOT_SUPERVISING']],
    ["on another region's trainee", book, actorWith('HR_OFFICER'), { traineeRegion: SHENYANG }, ['TRAINEE_OF_ANOTHER_REGION']],
    ['before the filing', book, actorWith('HR_OFFICER'), { decidedOn: '2026-03-01' }, ['NOT_BEFORE']],
    ['twice', book, actorWith('HR_OFFICER'), { isKnown: true }, ['FINDING_KNOWN']],
  ])('%s', (_title, rules, actor, changes, codes) =>
    expect(findingRefusals(rules, actor, RUN, { ...report, ...changes }).map(({ code }) => code)).toEqual(codes),
  );

  it('is not answered under a reading that also decides recoveries, which nothing computes yet', () => {
    const noSuspension = bookOf(underReading('sanction.procedure', 'NO_SUSPENSION'));
    expect(() => findingRefusals(noSuspension, actorWith('HR_OFFICER'), RUN, report)).toThrow(
      expect.objectContaining({ code: 'READING_NOT_COMPUTED' }),
    );
  });

  it.each([
    ['another person of the region', actorWith('HR_REVIEWER'), {}, '2026-05-03', []],
    ['the person who recorded it', actorWith('HR_REVIEWER', [DALIAN], 'wang'), {}, '2026-05-03', ['SAME_PERSON']],
    ['another region', actorWith('HR_REVIEWER', [SHENYANG]), {}, '2026-05-03', ['FINDING_AUTHORITY']],
    ['twice', actorWith('HR_REVIEWER'), { liftedOn: '2026-05-03' }, '2026-05-04', ['FINDING_LIFTED']],
    ['before it was made', actorWith('HR_REVIEWER'), {}, '2026-05-01', ['NOT_BEFORE']],
  ])('lifted by %s', (_title, actor, changes, liftedOn, codes) =>
    expect(liftingRefusals(book, actor, { ...finding(changes), recordedBy: 'wang' }, liftedOn).map(({ code }) => code)).toEqual(codes),
  );
});
