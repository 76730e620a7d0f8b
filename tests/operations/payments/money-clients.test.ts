import { approveClaim } from '../../../src/operations/claims/approve-claim.js';
import { fundClaim } from '../../../src/operations/claims/fund-claim.js';
import { stopClaim } from '../../../src/operations/claims/stop-claim.js';
import { openRecovery } from '../../../src/operations/recoveries/open-recovery.js';
import { recordRepayment } from '../../../src/operations/recoveries/record-repayment.js';
import { importBankAdvice } from '../../../src/operations/payments/import-bank-advice.js';
import { sendPayments } from '../../../src/operations/payments/send-payments.js';
import { recordFinding } from '../../../src/operations/supervision/record-finding.js';
import type { Operation } from '../../../src/operations/acting/act.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { Failure } from '../../../src/policy/failure.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { claimRow, type ClaimRow } from '../../../src/store/rows/claim-row.js';
import { paymentBatchRow } from '../../../src/store/rows/payment-batch-row.js';
import { recoveryRow } from '../../../src/store/rows/recovery-row.js';
import { findingRow } from '../../../src/store/rows/finding-row.js';
import { condition, selectRows } from '../../../src/store/select-rows.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import {
  certifiedCohort,
  CLAIMANTS,
  confirmCategories,
  JUNE,
  nameTrainees,
  secondReviewed,
  stepOn,
  TODAY,
} from '../claims/claims-world.js';
import { appropriated } from '../funds/money.js';
import { approvedPayeeAccount } from '../payees/payees.js';
import { act, workplaceOn } from '../workplace.js';
import { adviceOf, fileOf, sendingOf } from './paying.js';

const LONG = process.env['LONG'] !== undefined;
const CLIENTS = 64;
const CLAIMS = LONG ? 40 : 8;
const ACTS_EACH = LONG ? 30 : 3;
const ROUNDS = LONG ? 10 : 1;
const WAIT_MS = 900_000;
const MATTERING = ['approveClaim', 'sendPayments', 'importBankAdvice', 'stopClaim', 'recordFinding', 'openRecovery', 'recordRepayment'];
const STEPS_MAX = 1_000;
/** What may come of an act that others are in the way of. */
const EXPECTED = new Set(['BUSY', 'DEADLINE_EXCEEDED', 'IDEMPOTENCY_KEY_IN_PROGRESS', 'NOT_FOUND', 'BAD_USER_INPUT']);

/** A small generator with a seed, so that a round can be run again. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.trunc((state / 2_147_483_648) * below);
  };
};

class MoneyClients {
  readonly refusals = new Map<string, number>();
  readonly done = new Map<string, number>();
  documents = 0;

  constructor(
    private readonly workplace: Workplace,
    private readonly choose: (below: number) => number,
  ) {}

  /** One act of one client on something that there is, chosen by chance. */
  async step(): Promise<void> {
    const steps = [
      () => this.onClaim('approve'),
      () => this.onClaim('fund'),
      () => this.send(),
      () => this.send(),
      () => this.advise(),
      () => this.advise(),
    ];
    const rare = [() => this.onClaim('stop'), () => this.find(), () => this.open(), () => this.repay(), () => this.repay()];
    const all = [...steps, ...rare];
    await all[this.choose(all.length)]?.();
  }

  private async one<Row extends { readonly id: string }>(schema: Parameters<typeof selectRows<Row>>[1], sql = 'true'): Promise<Row | null> {
    const rows = await selectRows<Row>(this.workplace.dataSource.manager, schema, condition(sql), 'ORDER BY row.id');
    return rows[this.choose(Math.max(rows.length, 1))] ?? null;
  }

  private async call<Input, Done>(operation: Operation<Input, Done>, actor: Actor, input: object): Promise<void> {
    const count = (counts: Map<string, number>, code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
    try {
      const { done, refusals } = await act(this.workplace, operation, actor, input);
      if (done !== null) count(this.done, operation.name);
      for (const { code } of refusals) count(this.refusals, code);
    } catch (error) {
      if (!(error instanceof Failure) || !EXPECTED.has(error.code)) throw error;
      count(this.refusals, error.code);
    }
  }

  private async onClaim(what: 'approve' | 'fund' | 'stop'): Promise<void> {
    // Mostly one in a state that the act can start from; now and then any.
    const states = { approve: `'SECOND_REVIEWED'`, fund: `'QUEUED'`, stop: `'FINANCE_APPROVED', 'QUEUED', 'PAYMENT_FAILED'` }[what];
    const claim = await this.one<ClaimRow>(claimRow, this.choose(4) === 0 ? 'true' : `row.status IN (${states})`);
    if (claim === null) return;
    const step = await stepOn(this.workplace, claim);
    if (what === 'stop') await this.call(stopClaim, CLAIMANTS.finance, { ...step, reason: '待核' });
    else await this.call(what === 'approve' ? approveClaim : fundClaim, CLAIMANTS.finance, step);
  }

  private async send(): Promise<void> {
    const claims = [
      await this.one<ClaimRow>(claimRow, `row.status IN ('FINANCE_APPROVED', 'PAYMENT_FAILED')`),
      await this.one<ClaimRow>(claimRow, `row.status = 'FINANCE_APPROVED'`),
    ];
    const distinct = [...new Map(claims.flatMap((claim) => (claim === null ? [] : [[claim.id, claim] as const]))).values()];
    if (distinct.length > 0) await this.call(sendPayments, CLAIMANTS.payer, await sendingOf(this.workplace, distinct));
  }

  private async advise(): Promise<void> {
    const batch = await this.one(paymentBatchRow);
    if (batch === null) return;
    const says = Array.from({ length: batch.payments }, () => (this.choose(4) === 0 ? '账号有误' : 'PAID'));
    await this.call(importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, await fileOf(this.workplace, batch, says)));
  }

  private async find(): Promise<void> {
    const claim = await this.one<ClaimRow>(claimRow, `row.status = 'PAID'`);
    if (claim === null) return;
    this.documents += 1;
    const decision = { region: '大连', scope: 'CLASS', documentNumber: `认定-${this.documents}`, decidedOn: TODAY, text: '缺勤' };
    await this.call(recordFinding, CLAIMANTS.officer, { courseRunId: nodeId('CourseRun', claim.courseRunId), ...decision });
  }

  private async open(): Promise<void> {
    const finding = await this.one(findingRow);
    if (finding === null) return;
    this.documents += 1;
    await this.call(openRecovery, CLAIMANTS.officer, {
      findingId: nodeId('Finding', finding.id),
      region: '大连',
      documentNumber: `追回-${this.documents}`,
      noticedOn: TODAY,
    });
  }

  private async repay(): Promise<void> {
    const recovery = await this.one(recoveryRow, `row.status = 'OPEN'`);
    if (recovery === null) return;
    this.documents += 1;
    const amount = `${1 + this.choose(700)}.00`;
    await this.call(recordRepayment, CLAIMANTS.finance, {
      recoveryId: nodeId('Recovery', recovery.id),
      amount,
      receivedOn: TODAY,
      documentNumber: `凭证-${this.documents}`,
    });
  }
}

/** Every way in which the books can be wrong, as one statement each that finds nothing. */
const WRONG: Readonly<Record<string, string>> = {
  'a claim is paid twice': `SELECT claim_id FROM payment WHERE status <> 'FAILED' GROUP BY claim_id HAVING count(*) > 1`,
  'a paid claim was not posted to the fen': `SELECT claim.id FROM claim WHERE claim.status = 'PAID' AND claim.amount <> (
    SELECT coalesce(sum(posted.amount), 0) FROM transfer AS posted JOIN claim_line AS line ON line.enrolment_id = posted.enrolment_id
    WHERE line.claim_id = claim.id AND posted.unit = 'CNY' AND posted.kind = 'POST')`,
  'money is committed for nobody': `SELECT pending.id FROM pending_transfer AS pending WHERE pending.unit = 'CNY' AND pending.open_amount > 0 AND NOT EXISTS (
    SELECT FROM claim_line AS line JOIN claim ON claim.id = line.claim_id WHERE line.enrolment_id = pending.enrolment_id
      AND claim.status IN ('FINANCE_APPROVED', 'PAYING', 'PAYMENT_FAILED'))`,
  'an approved claim is not committed to the fen': `SELECT claim.id FROM claim WHERE claim.status IN ('FINANCE_APPROVED', 'PAYING', 'PAYMENT_FAILED') AND claim.amount <> (
    SELECT coalesce(sum(pending.open_amount), 0) FROM pending_transfer AS pending JOIN claim_line AS line ON line.enrolment_id = pending.enrolment_id
    WHERE line.claim_id = claim.id AND pending.unit = 'CNY')`,
  'a payment is not of the amount of its claim': `SELECT payment.id FROM payment JOIN claim ON claim.id = payment.claim_id WHERE payment.status <> 'FAILED' AND payment.amount <> claim.amount`,
  'a line is recovered twice': `SELECT line.claim_line_id FROM recovery_line AS line JOIN recovery ON recovery.id = line.recovery_id WHERE recovery.status <> 'CANCELLED'
    GROUP BY line.claim_line_id HAVING count(*) > 1`,
  'repayments are not what a recovery says': `SELECT recovery.id FROM recovery WHERE repaid <> (SELECT coalesce(sum(amount), 0) FROM repayment WHERE repayment.recovery_id = recovery.id)`,
  'repayments are not what the ledger says': `SELECT 1 AS id WHERE (SELECT coalesce(sum(amount), 0) FROM repayment) <> (SELECT coalesce(sum(amount), 0) FROM transfer WHERE cause = 'REPAYMENT')`,
  'an account is below zero': `SELECT id FROM account WHERE is_limited AND debits_pending + debits_posted > credits_posted`,
  'debits are not credits': `SELECT 1 AS id FROM account WHERE unit = 'CNY' HAVING sum(debits_posted) <> sum(credits_posted) OR sum(debits_pending) <> sum(credits_pending)`,
};

describeOnEachDatabase(`${CLIENTS} clients with the money of one region (docs/decisions/0019-payments.md, 0020-recoveries.md)`, (open) => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'pay nothing twice, lose nothing and never overdraw, round %d',
    async (round) => {
      const workplace = await workplaceOn(await open(), () => JUNE);
      if (round === 1) {
        await confirmCategories(workplace);
        await approvedPayeeAccount(workplace);
        await appropriated(workplace, { amount: '3000.00', documentNumber: '专账（测试）' });
        await appropriated(workplace, { amount: '3500.50', documentNumber: '就业（测试）', fund: 'EMPLOYMENT_SUBSIDY' });
      }
      for (let nth = 0; nth < CLAIMS; nth += 1) {
        const cohort = await certifiedCohort(workplace, 1 + (nth % 3));
        await nameTrainees(workplace, cohort);
        await secondReviewed(workplace, cohort);
      }
      const clients = new MoneyClients(workplace, seeded(round));
      clients.documents = round * 100_000;
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          for (let nth = 0; nth < ACTS_EACH; nth += 1) await clients.step();
        }),
      );
      // Chance may have left out one of the acts that matter: one client goes on alone until all were done.
      const isMissing = () => MATTERING.some((name) => !clients.done.has(name));
      for (let nth = 0; nth < STEPS_MAX && isMissing(); nth += 1) await clients.step();
      for (const [what, sql] of Object.entries(WRONG)) expect([what, await workplace.dataSource.query(sql)]).toEqual([what, []]);
      expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
      expect(MATTERING.filter((name) => !clients.done.has(name))).toEqual([]);
      process.stderr.write(`done ${JSON.stringify([...clients.done])}; refused ${JSON.stringify([...clients.refusals])}\n`);
    },
    WAIT_MS,
  );
});
