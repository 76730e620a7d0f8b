import { z } from 'zod';
import { invariant } from '../../money/invariant.js';
import { assessmentBodiesOf } from '../../policy/directory.js';
import { dayText, flag, levelCode, listOf, nameText, optional } from '../../policy/input.js';
import { occupationOf } from '../../policy/occupations.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseCertificate } from '../../policy/refusals/certificates.js';
import { assessorRefusals } from '../../policy/training/assessor.js';
import { repeatedLines } from '../../policy/training/certificate-batch.js';
import { fieldsNotRecorded } from '../../policy/training/certificate-fields.js';
import { certificateNumber } from '../../policy/training/certificate-number.js';
import { levelCertificateRefusals } from '../../policy/training/level-certificate.js';
import { plansInForce } from '../../store/assessment-plans.js';
import { certifyEnrolments } from '../../store/enrolments-to-certify.js';
import type { AssessmentPlanRow } from '../../store/rows/assessment-plan-row.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { usePlaces } from '../places/use-places.js';
import { certificatesRecord } from './certificates-record.js';
import { type LineToCertify, linesToCertify } from './lines-to-certify.js';
import { type NewCertificate, saveCertificates, takenFromLine } from './save-certificates.js';

const line = z.strictObject({
  enrolmentId: idOf('Enrolment'),
  number: certificateNumber,
  occupation: nameText,
  track: optional(nameText),
  level: levelCode,
  theoryPassedOn: optional(dayText),
  practicePassedOn: optional(dayText),
  issuedOn: dayText,
  meetsNationalStandard: flag,
});
const input = z.strictObject({ lines: listOf(line) });

/** A line with the plan that is in force for its run. */
interface AssessedLine extends LineToCertify<z.infer<typeof line>> {
  readonly plan: AssessmentPlanRow;
}

/**
 * Issues the level certificates of up to a thousand trainees, all or none, under the confirmed plans of the assessment body: after their training certificates, both
 * parts passed, for what was trained. The enrolments are certified and their named places used. Throws NOT_FOUND, UNKNOWN_OCCUPATION, BAD_USER_INPUT,
 * RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四(二), 附件4, 附件6
 */
export const issueLevelCertificate: Operation<z.infer<typeof input>, readonly CertificateRow[]> = {
  name: 'issueLevelCertificate',
  input,
  run: async (act, { lines: asked }) => {
    const lines = await withPlans(act, await linesToCertify(act, asked));
    const refusals = [...repeatedLines(asked), ...lines.flatMap((one) => lineRefusals(act, one))];
    if (refusals.length > 0) return refused(...refusals);
    const saved = await saveCertificates(
      act,
      lines.map((one) => certificateOf(act, one)),
    );
    if (saved.kind === 'refused') return refused(...saved.refusals);
    const enrolments = lines.map(({ enrolment }) => enrolment);
    await certifyEnrolments(
      act.manager,
      enrolments.map(({ id }) => id),
    );
    const placesUsed = await usePlaces(act, enrolments);
    const runs = lines.map(({ run }) => run);
    const clauses = ['LN2023-36/4.2.2', 'LN2023-36/4.2.4'];
    const record = certificatesRecord(saved.certificates, runs, { clauses, details: { placesUsed } });
    return { kind: 'done', done: saved.certificates, record };
  },
};

async function withPlans({ manager, reach }: Act, lines: readonly LineToCertify<z.infer<typeof line>>[]): Promise<readonly AssessedLine[]> {
  const runIds = [...new Set(lines.map(({ run }) => run.id))];
  const plans = new Map((await plansInForce(manager, reach, runIds)).map((plan) => [plan.courseRunId, plan]));
  return lines.map((one) => {
    const plan = plans.get(one.run.id);
    invariant(plan !== undefined, `an enrolment in reach of an assessment body has a plan: ${one.enrolment.id}`);
    return { ...one, plan };
  });
}

function lineRefusals({ desk }: Act, { line: asked, at, enrolment, run, training, level, plan }: AssessedLine): readonly Refusal[] {
  const { issuedOn } = asked;
  const book = desk.ruleBook({ on: issuedOn, region: enrolment.regionCode });
  const occupationCode = occupationOf(book, asked.occupation, `${at}.occupation`).code;
  const fields = fieldsNotRecorded(book, 'LEVEL_CERTIFICATE');
  const assessor = { ...run, bodyCode: plan.assessmentBodyCode };
  const assessed = {
    ...run,
    enrolmentStatus: enrolment.status,
    meetsNationalStandard: enrolment.meetsNationalStandard,
    trainingIssuedOn: training?.issuedOn ?? null,
    hasLevelCertificate: level !== null,
    plan,
  };
  return [
    ...assessorRefusals(book, assessor, `${at}.issuedOn`),
    ...(fields.length > 0 ? [refuseCertificate('FIELD_NOT_RECORDED', at, { fields, issuedOn })] : []),
    ...levelCertificateRefusals(book, { ...asked, occupationCode }, assessed, at),
  ];
}

function certificateOf(act: Act, one: AssessedLine): NewCertificate {
  const { line: asked, run, plan } = one;
  const issuer = assessmentBodiesOf(act.desk.ruleBook({ on: asked.issuedOn })).find(({ code }) => code === plan.assessmentBodyCode);
  return {
    ...takenFromLine(act, one),
    kind: 'LEVEL',
    assessmentPlanId: plan.id,
    issuerCode: plan.assessmentBodyCode,
    issuerName: issuer?.nameZh ?? plan.assessmentBodyCode,
    occupationCode: run.occupationCode,
    track: run.track,
    level: run.level,
    fromOn: null,
    toOn: null,
    hours: null,
    theoryPassedOn: asked.theoryPassedOn,
    practicePassedOn: asked.practicePassedOn,
    meetsNationalStandard: asked.meetsNationalStandard,
  };
}
