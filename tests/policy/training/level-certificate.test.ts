import fc from 'fast-check';
import {
  type AssessedTraining,
  type LevelCertificateLine,
  levelCertificateRefusals,
} from '../../../src/policy/training/level-certificate.js';
import { archive, book, bookOf, runs, underReading } from '../harness.js';

const LINE: LevelCertificateLine = {
  occupationCode: 'AI',
  track: '机器学习',
  level: 'SENIOR',
  theoryPassedOn: '2026-02-09',
  practicePassedOn: '2026-02-10',
  issuedOn: '2026-02-13',
  meetsNationalStandard: true,
};
const TRAINING: AssessedTraining = {
  occupationCode: 'AI',
  track: '机器学习',
  level: 'SENIOR',
  enrolmentStatus: 'ENROLLED',
  meetsNationalStandard: true,
  trainingIssuedOn: '2026-02-02',
  hasLevelCertificate: false,
  plan: { status: 'CONFIRMED', theoryOn: '2026-02-09', practiceOn: '2026-02-10' },
};
const codesOf = (line: object, training: object = {}, rules = book) =>
  levelCertificateRefusals(rules, { ...LINE, ...line }, { ...TRAINING, ...training }, 'lines[0]').map(({ code, field, clause }) => [
    code,
    field,
    clause,
  ]);

describe('a level certificate, clause by clause (辽人社发〔2023〕36号, 四(二), 附件4)', () => {
  it('after training certificate and plan, both parts passed, it is issued', () => expect(codesOf({})).toEqual([]));

  it.each([
    ['only after a training certificate', {}, { trainingIssuedOn: null }, 'TRAINING_CERTIFICATE_FIRST', 'enrolmentId', '4.2.2'],
    ['only under a confirmed plan', {}, { plan: { ...TRAINING.plan, status: 'FILED' } }, 'PLAN_NOT_CONFIRMED', 'enrolmentId', '4.2.1'],
    ['not for who left', {}, { enrolmentStatus: 'WITHDRAWN' }, 'NOT_ENROLLED', 'enrolmentId', '4.1.6'],
    ['once', {}, { hasLevelCertificate: true }, 'CERTIFICATE_EXISTS', 'enrolmentId', '4.1.6'],
    [
      'theory after the training certificate',
      {},
      { trainingIssuedOn: '2026-02-10' },
      'EXAM_BEFORE_TRAINING_CERTIFICATE',
      'theoryPassedOn',
      '4.2.2',
    ],
    ['theory as planned', { theoryPassedOn: '2026-02-08' }, {}, 'EXAM_BEFORE_PLAN', 'theoryPassedOn', '4.2.1'],
    ['practice as planned', { practicePassedOn: '2026-02-09' }, {}, 'EXAM_BEFORE_PLAN', 'practicePassedOn', '4.2.1'],
    ['theory passed', { theoryPassedOn: null }, {}, 'PART_NOT_PASSED', 'theoryPassedOn', '4.2.3'],
    ['practice passed', { practicePassedOn: null }, {}, 'PART_NOT_PASSED', 'practicePassedOn', '4.2.3'],
    ['for the occupation', { occupationCode: 'IOT' }, {}, 'CERT_MISMATCH', 'occupation', '4.2.4'],
    ['for the track', { track: '——' }, {}, 'CERT_MISMATCH', 'track', '4.2.4'],
    ['for the level', { level: 'JUNIOR' }, {}, 'CERT_MISMATCH', 'level', '4.2.4'],
    ['issued after the assessment', { issuedOn: '2026-02-09' }, {}, 'ISSUED_BEFORE_EXAM', 'issuedOn', '4.2.4'],
  ])('%s', (_title, line, training, code, field, clause) => {
    expect(codesOf(line, training)).toEqual([[code, `lines[0].${field}`, `LN2023-36/${clause}`]]);
  });

  it.each([null, '', '_____', '—', ' - '])('a track written as %j is none (附件4注3)', (track) => {
    expect(codesOf({ track }, { track: null })).toEqual([]);
  });

  const BY_INSTITUTION = ['STANDARD_NOT_ATTESTED'];
  const BY_BODY = ['STANDARD_NOT_MET'];
  it.each([
    ['ATTESTED_TWICE', BY_INSTITUTION, BY_BODY],
    ['ATTESTED_BY_INSTITUTION', BY_INSTITUTION, []],
    ['ATTESTED_BY_ASSESSMENT_BODY', [], BY_BODY],
  ])('Q03 %s says who attests the national standard', (reading, withoutInstitution, withoutBody) => {
    const rules = bookOf(underReading('eligibility.standardMet', reading, archive));
    expect(codesOf({}, { meetsNationalStandard: false }, rules).map(([code]) => code)).toEqual(withoutInstitution);
    expect(codesOf({ meetsNationalStandard: false }, {}, rules).map(([code]) => code)).toEqual(withoutBody);
  });

  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${`${day}`.padStart(2, '0')}`);

  it('is issued exactly when training certificate <= each part, plan <= its part, and both parts <= issue', () => {
    fc.assert(
      fc.property(
        days,
        days,
        days,
        days,
        days,
        days,
        (trainingIssuedOn, theoryOn, practiceOn, theoryPassedOn, practicePassedOn, issuedOn) => {
          const isTheoryInOrder = trainingIssuedOn <= theoryPassedOn && theoryOn <= theoryPassedOn && theoryPassedOn <= issuedOn;
          const isPracticeInOrder = trainingIssuedOn <= practicePassedOn && practiceOn <= practicePassedOn && practicePassedOn <= issuedOn;
          const refusals = codesOf(
            { theoryPassedOn, practicePassedOn, issuedOn },
            { trainingIssuedOn, plan: { status: 'CONFIRMED', theoryOn, practiceOn } },
          );
          expect(refusals.length === 0).toBe(isTheoryInOrder && isPracticeInOrder);
        },
      ),
      runs(500, 20_000),
    );
  });
});
