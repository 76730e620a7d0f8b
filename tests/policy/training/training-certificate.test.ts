import fc from 'fast-check';
import { type CompletedTraining, trainingCertificateRefusals } from '../../../src/policy/training/training-certificate.js';
import { runs } from '../harness.js';

const LINE = { fromOn: '2026-01-05', toOn: '2026-01-30', hours: '64', issuedOn: '2026-02-02' };
const TRAINING: CompletedTraining = {
  runStatus: 'FINISHED',
  startedOn: '2026-01-05',
  finishedOn: '2026-01-30',
  onlineHours: '20.5',
  offlineHours: '43.5',
  enrolmentStatus: 'ENROLLED',
  enrolledOn: '2026-01-05',
  hasTrainingCertificate: false,
  firstExamOn: null,
};
const codesOf = (line: object, training: object = {}) =>
  trainingCertificateRefusals({ ...LINE, ...line }, { ...TRAINING, ...training }, 'lines[4]').map(({ code, field, clause }) => [
    code,
    field,
    clause,
  ]);

describe('a training certificate, clause by clause (辽人社发〔2023〕36号, 四(一), 附件3)', () => {
  it('as printed and taught, it is issued', () => expect(codesOf({})).toEqual([]));

  it.each([
    ['after the completion exam only', {}, { runStatus: 'STARTED' }, 'RUN_NOT_FINISHED', 'enrolmentId', '4.1.6'],
    ['not for who left', {}, { enrolmentStatus: 'TRANSFERRED' }, 'NOT_ENROLLED', 'enrolmentId', '4.1.6'],
    ['once', {}, { hasTrainingCertificate: true }, 'CERTIFICATE_EXISTS', 'enrolmentId', '4.1.6'],
    ['from a day of the run', { fromOn: '2026-01-04' }, {}, 'OUTSIDE_RUN', 'fromOn', 'A3.1'],
    ['to a day of the run', { toOn: '2026-01-31' }, {}, 'OUTSIDE_RUN', 'toOn', 'A3.1'],
    ['to a day on which the trainee was enrolled', {}, { enrolledOn: '2026-01-31' }, 'TRAINED_BEFORE_ENROLMENT', 'toOn', 'A3.1'],
    ['from before to', { fromOn: '2026-01-20', toOn: '2026-01-19' }, {}, 'TRAINING_DAYS_REVERSED', 'toOn', 'A3.1'],
    ['issued when it is over', { issuedOn: '2026-01-29' }, {}, 'ISSUED_BEFORE_END', 'issuedOn', 'A3.2'],
    ['with hours', { hours: '0.0' }, {}, 'HOURS_MISSING', 'hours', 'A3.1'],
    ['with hours that were taught', { hours: '64.01' }, {}, 'HOURS_ABOVE_RUN', 'hours', 'A3.1'],
    [
      'before the assessment',
      { issuedOn: '2026-02-10' },
      { firstExamOn: '2026-02-09' },
      'EXAM_BEFORE_TRAINING_CERTIFICATE',
      'issuedOn',
      '4.2.2',
    ],
  ])('%s', (_title, line, training, code, field, clause) => {
    expect(codesOf(line, training)).toEqual([[code, `lines[4].${field}`, `LN2023-36/${clause}`]]);
  });

  it('a trainee whose level certificate failed may have a training certificate replaced', () =>
    expect(codesOf({}, { enrolmentStatus: 'CERTIFIED' })).toEqual([]));

  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${`${day}`.padStart(2, '0')}`);

  it('is issued exactly when start <= first day <= last day <= end of the run, and last day <= day of issue', () => {
    fc.assert(
      fc.property(days, days, days, days, days, (startedOn, fromOn, toOn, finishedOn, issuedOn) => {
        const isInOrder = startedOn <= fromOn && fromOn <= toOn && toOn <= finishedOn && toOn <= issuedOn;
        expect(codesOf({ fromOn, toOn, issuedOn }, { startedOn, finishedOn, enrolledOn: startedOn }).length === 0).toBe(isInOrder);
      }),
      runs(500, 20_000),
    );
  });

  it('each day out of order is said at its own field', () => {
    fc.assert(
      fc.property(days, days, days, (fromOn, toOn, issuedOn) => {
        const fields = codesOf(
          { fromOn, toOn, issuedOn },
          { startedOn: '2026-01-01', finishedOn: '2026-01-28', enrolledOn: '2026-01-01' },
        ).map(([, field]) => field);
        expect(fields.includes('lines[4].toOn')).toBe(toOn < fromOn);
        expect(fields.includes('lines[4].issuedOn')).toBe(issuedOn < toOn);
      }),
      runs(200, 5_000),
    );
  });
});
