import { z } from 'zod';
import { trainingInstitutionsOf } from '../../policy/directory.js';
import { dayText, hoursText, listOf } from '../../policy/input.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseCertificate } from '../../policy/refusals/certificates.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { repeatedLines } from '../../policy/training/certificate-batch.js';
import { fieldsNotRecorded } from '../../policy/training/certificate-fields.js';
import { certificateNumber } from '../../policy/training/certificate-number.js';
import { hoursShortOf } from '../../policy/training/hours-alert.js';
import { trainingCertificateRefusals } from '../../policy/training/training-certificate.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { certificatesRecord } from './certificates-record.js';
import { type LineToCertify, linesToCertify } from './lines-to-certify.js';
import { type NewCertificate, saveCertificates, takenFromLine } from './save-certificates.js';

const line = z.strictObject({
  enrolmentId: idOf('Enrolment'),
  number: certificateNumber,
  fromOn: dayText,
  toOn: dayText,
  hours: hoursText,
  issuedOn: dayText,
});
const input = z.strictObject({ lines: listOf(line) });

type Line = z.infer<typeof line>;

/** Certified hours for which nothing will be paid. */
export interface HoursAlert {
  readonly certificateId: string;
  readonly enrolmentId: string;
  /** decimal texts */
  readonly certifiedHours: string;
  readonly requiredHours: string;
}

export interface IssuedTrainingCertificates {
  readonly certificates: readonly CertificateRow[];
  readonly alerts: readonly HoursAlert[];
}

/**
 * Issues the training certificates of up to a thousand trainees of the institution, all or none: after the end of their runs, for occupation, track and level of the
 * run, in the name that the directory has on the day of issue. Hours below what a subsidy requires are recorded and reported. Throws NOT_FOUND, BAD_USER_INPUT,
 * RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四(一), 附件3
 */
export const issueTrainingCertificate: Operation<z.infer<typeof input>, IssuedTrainingCertificates> = {
  name: 'issueTrainingCertificate',
  input,
  run: async (act, { lines: asked }) => {
    const lines = await linesToCertify(act, asked);
    const refusals = [...repeatedLines(asked), ...lines.flatMap((one) => lineRefusals(act, one))];
    if (refusals.length > 0) return refused(...refusals);
    const saved = await saveCertificates(
      act,
      lines.map((one) => certificateOf(act, one)),
    );
    if (saved.kind === 'refused') return refused(...saved.refusals);
    const { certificates } = saved;
    const runs = lines.map(({ run }) => run);
    const record = certificatesRecord(certificates, runs, { clauses: ['LN2023-36/4.1.6', 'LN2023-36/A3.1'] });
    return { kind: 'done', done: { certificates, alerts: hoursAlerts(act, lines, certificates) }, record };
  },
};

const issuerName = (book: RuleBook, code: string): string | null =>
  trainingInstitutionsOf(book).find((institution) => institution.code === code)?.nameZh ?? null;

function lineRefusals({ desk }: Act, { line: asked, at, enrolment, run, training, level }: LineToCertify<Line>): readonly Refusal[] {
  const { issuedOn } = asked;
  const book = desk.ruleBook({ on: issuedOn });
  const fields = fieldsNotRecorded(book, 'TRAINING_CERTIFICATE');
  const examDays = [level?.theoryPassedOn, level?.practicePassedOn].filter((day) => typeof day === 'string').sort();
  const completed = {
    ...run,
    runStatus: run.status,
    enrolmentStatus: enrolment.status,
    enrolledOn: enrolment.enrolledOn,
    hasTrainingCertificate: training !== null,
    firstExamOn: examDays[0] ?? null,
  };
  return [
    ...(issuerName(book, run.institutionCode) === null
      ? [refuseCertificate('ISSUER_NOT_LISTED', `${at}.issuedOn`, { issuer: run.institutionCode, issuedOn })]
      : []),
    ...(fields.length > 0 ? [refuseCertificate('FIELD_NOT_RECORDED', at, { fields, issuedOn })] : []),
    ...trainingCertificateRefusals(asked, completed, at),
  ];
}

function certificateOf(act: Act, one: LineToCertify<Line>): NewCertificate {
  const { line: asked, run } = one;
  return {
    ...takenFromLine(act, one),
    kind: 'TRAINING',
    assessmentPlanId: null,
    issuerCode: run.institutionCode,
    issuerName: issuerName(act.desk.ruleBook({ on: asked.issuedOn }), run.institutionCode) ?? run.institutionCode,
    occupationCode: run.occupationCode,
    track: run.track,
    level: run.level,
    fromOn: asked.fromOn,
    toOn: asked.toOn,
    hours: asked.hours,
    theoryPassedOn: null,
    practicePassedOn: null,
    meetsNationalStandard: null,
  };
}

/** The tariff that applies is that of the day of the run's filing, in its region. */
function hoursAlerts({ desk }: Act, lines: readonly LineToCertify<Line>[], certificates: readonly CertificateRow[]): readonly HoursAlert[] {
  return lines.flatMap(({ line: { hours }, enrolment, run }, index) => {
    if (run.fundingMode === 'MARKET') return [];
    const book = desk.ruleBook({ on: run.filedOn, region: run.regionCode });
    const requiredHours = hoursShortOf(book, run.occupationCode, run.level, hours);
    const certificateId = certificates[index]?.id ?? '';
    return requiredHours === null ? [] : [{ certificateId, enrolmentId: enrolment.id, certifiedHours: hours, requiredHours }];
  });
}
