import { z } from 'zod';
import { sumOf } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { dayText, documentNumber, nameText } from '../../policy/input.js';
import { dueOn, isRecovered } from '../../policy/recoveries/recovery-terms.js';
import { refuseRecovery } from '../../policy/refusals/recoveries.js';
import { regionOf } from '../../policy/regions.js';
import { findingsInForce } from '../../policy/training/finding.js';
import { nextId } from '../../store/audit-log.js';
import { lockReadableFinding } from '../../store/findings.js';
import { nextIds } from '../../store/next-ids.js';
import { insertRecovery, type PaidLine, paidLinesOf } from '../../store/recoveries.js';
import type { FindingRow } from '../../store/rows/finding-row.js';
import type { RecoveryRow } from '../../store/rows/recovery-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { requireRegion } from '../acting/require-reach.js';
import { courseRunsOf } from '../../store/course-runs.js';

const input = z.strictObject({ findingId: idOf('Finding'), region: nameText, documentNumber, noticedOn: dayText });

/**
 * Claims back what a region paid for those whom a finding in force concerns: a receivable on the institution, each paid line once at most, due after its notice as the reading of Q42 says, without interest.
 * Throws NOT_FOUND, UNKNOWN_REGION, FORBIDDEN, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一); Q41, Q42; our design, docs/decisions/0020-recoveries.md
 */
export const openRecovery: Operation<z.infer<typeof input>, RecoveryRow> = {
  name: 'openRecovery',
  input,
  run: async (act, asked) => {
    const { manager, reach, desk, today } = act;
    notAfterClock(asked.noticedOn, today, 'noticedOn');
    const regionCode = requireRegion(reach, regionOf(desk.ruleBook({ on: asked.noticedOn }), asked.region, 'region').code, 'region');
    const finding = await lockReadableFinding(manager, reach, asked.findingId);
    if (finding === null) throw notFound('findingId', '违规认定', 'finding');
    if ([asked.noticedOn, today].some((on) => findingsInForce([finding], on).length === 0))
      return refused(refuseRecovery('FINDING_NOT_IN_FORCE', 'findingId', { on: asked.noticedOn, found: 'LIFTED', expected: ['IN_FORCE'] }));
    const book = desk.ruleBook({ on: asked.noticedOn, region: regionCode });
    const paid = await paidLinesOf(manager, finding.courseRunId, regionCode);
    const lines = paid.filter((line) => isRecovered(book, finding, line));
    if (lines.length === 0) return refused(refuseRecovery('NOTHING_TO_RECOVER', 'findingId', { region: regionCode }));
    const recovery = await recoveryOf(act, finding, lines, {
      regionCode,
      noticedOn: asked.noticedOn,
      documentNumber: asked.documentNumber,
      dueOn: dueOn(book, asked.noticedOn),
    });
    if (!(await insertRecovery(manager, recovery, await rowsOf(act, recovery, lines))))
      return refused(refuseRecovery('RECOVERED_ALREADY', 'findingId'));
    const subjects = [
      { type: 'Recovery', id: recovery.id },
      { type: 'Finding', id: finding.id },
      { type: 'CourseRun', id: finding.courseRunId },
    ];
    const amounts = { receivable: recovery.amount, lines: `${lines.length}` };
    const details = { documentNumber: recovery.documentNumber, dueOn: recovery.dueOn };
    return { kind: 'done', done: recovery, record: { region: regionCode, subjects, clauses: ['LN2023-36/5.1.4'], amounts, details } };
  },
};

type Terms = Pick<RecoveryRow, 'regionCode' | 'noticedOn' | 'documentNumber' | 'dueOn'>;

async function recoveryOf({ manager, actor }: Act, finding: FindingRow, lines: readonly PaidLine[], terms: Terms): Promise<RecoveryRow> {
  const year = yearOf(terms.noticedOn);
  const [run] = await courseRunsOf(manager, [finding.courseRunId]);
  return {
    ...terms,
    id: await nextId(manager, year),
    year,
    findingId: finding.id,
    courseRunId: finding.courseRunId,
    institutionCode: run?.institutionCode ?? '',
    status: 'OPEN',
    amount: formatYuan(sumOf(lines.map(({ amount }) => yuan(amount)))),
    repaid: '0.00',
    openedBy: actor.person,
    statusReason: null,
  };
}

async function rowsOf({ manager }: Act, { id: recoveryId, year }: RecoveryRow, lines: readonly PaidLine[]) {
  const ids = await nextIds(
    manager,
    lines.map(() => year),
  );
  return lines.map(({ claimLineId, enrolmentId, amount, paidFrom }, index) => ({
    id: ids[index] ?? '',
    year,
    recoveryId,
    claimLineId,
    enrolmentId,
    amount,
    paidFrom,
  }));
}
