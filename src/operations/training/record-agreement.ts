import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { dayText, documentNumber, nameText, optional } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import { regionOf } from '../../policy/regions.js';
import { nextId } from '../../store/audit-log.js';
import type { AgreementRow } from '../../store/rows/agreement-row.js';
import { insertAgreement } from '../../store/training-plans.js';
import { type Operation, refused } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';

const input = z.strictObject({
  region: nameText,
  institution: nameText,
  number: documentNumber,
  signedOn: dayText,
  validFrom: dayText,
  validTo: optional(dayText),
});

/**
 * Records a signed training agreement of a city with an institution. Throws UNKNOWN_REGION, UNKNOWN_INSTITUTION, FORBIDDEN.
 * Source: 辽人社发〔2023〕36号, 六(一)
 */
export const recordAgreement: Operation<z.infer<typeof input>, AgreementRow> = {
  name: 'recordAgreement',
  input,
  run: async ({ manager, actor, reach, desk, today }, { region, institution, ...agreement }) => {
    notAfterClock(agreement.signedOn, today, 'signedOn');
    const book = desk.ruleBook({ on: agreement.validFrom });
    const regionCode = requireRegion(reach, regionOf(book, region, 'region').code, 'region');
    const institutionCode = trainingInstitutionOf(book, institution, 'institution').code;
    const { validFrom: startsOn, validTo: endsOn } = agreement;
    if (endsOn !== null && endsOn < startsOn) return refused(refuseRun('DAYS_REVERSED', 'validTo', { startsOn, endsOn }));
    const id = await nextId(manager, parseInt(agreement.signedOn.slice(0, 4), 10));
    const row: AgreementRow = { id, regionCode, institutionCode, ...agreement, recordedBy: actor.person };
    if (!(await insertAgreement(manager, row)))
      return refused(refuseRun('AGREEMENT_KNOWN', 'number', { region: regionCode, number: row.number }));
    const record = { region: regionCode, subjects: [{ type: 'Agreement', id }], clauses: ['LN2023-36/6.1.2'] };
    return { kind: 'done', done: row, record };
  },
};
