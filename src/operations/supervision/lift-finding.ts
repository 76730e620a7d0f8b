import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, documentNumber } from '../../policy/input.js';
import { liftingRefusals } from '../../policy/training/finding.js';
import { lockFinding, updateFinding } from '../../store/findings.js';
import type { FindingRow } from '../../store/rows/finding-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { subjectsOf } from './record-finding.js';

const input = z.strictObject({ findingId: idOf('Finding'), liftedOn: dayText, documentNumber });

/**
 * Lifts a finding with the document that says so; not by who recorded it. It holds no more from that day on. Throws NOT_FOUND, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一); Q44
 */
export const liftFinding: Operation<z.infer<typeof input>, FindingRow> = {
  name: 'liftFinding',
  input,
  run: async (act, { findingId, liftedOn, documentNumber: liftingDocument }) => {
    notAfterClock(liftedOn, act.today, 'liftedOn');
    const finding = await lockFinding(act.manager, act.reach, findingId);
    if (finding === null) throw notFound('findingId', '违规认定', 'finding');
    const refusals = liftingRefusals(act.desk.ruleBook({ on: liftedOn, region: finding.regionCode }), act.actor, finding, liftedOn);
    if (refusals.length > 0) return refused(...refusals);
    const changes = { liftedOn, liftedBy: act.actor.person, liftingDocument };
    await updateFinding(act.manager, finding.id, changes);
    const record = {
      region: finding.regionCode,
      subjects: subjectsOf(finding),
      clauses: ['LN2023-36/5.1.3'],
      details: { liftedOn, liftingDocument },
    };
    return { kind: 'done', done: { ...finding, ...changes }, record };
  },
};
