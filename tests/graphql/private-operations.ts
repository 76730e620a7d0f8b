import type { DataSource } from 'typeorm';
import { AbstractLogger, type LogMessage } from 'typeorm';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { carryOverFunds } from '../../src/operations/funds/carry-over-funds.js';
import { approveAppropriation } from '../../src/operations/funds/decide-appropriation.js';
import { enrolTrainees } from '../../src/operations/trainees/enrol-trainees.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { appropriated, committed, decisionOn, FINANCE, MONEY } from '../operations/funds/money.js';
import { approvedPayeeAccount } from '../operations/payees/payees.js';
import { allocate, approvedRun, DALIAN, inRun, lineOf, SHENYANG } from '../operations/trainees/world.js';
import { certifiedCohort, drafted } from '../operations/claims/claims-world.js';
import { done, PEOPLE } from '../operations/workplace.js';

/** Who asks a question of schema/operations that is not public. */
export const ASKED_BY: Readonly<Record<string, Actor>> = {
  claims: PEOPLE.reviewer,
  enrolments: PEOPLE.officer,
  'fund-accounts': PEOPLE.finance,
  'payee-accounts': PEOPLE.finance,
  'issue-quote': PEOPLE.institution,
};

/**
 * Fills a database with the small world that these questions are asked about: one run of 大连理工大学 with fifty trainees, some of 沈阳; its account, and the funds of 大连; and a claim for
 * two certified trainees, one of them with unverified certificates.
 */
export async function fillWorld(workplace: Workplace): Promise<void> {
  await allocate(workplace, DALIAN, 100);
  await allocate(workplace, SHENYANG, 20);
  const run = await approvedRun(workplace, { places: 50 });
  const lines = Array.from({ length: 50 }, (_, index) => lineOf(index, index % 5 === 4 ? { region: '沈阳' } : {}));
  await done(workplace, enrolTrainees, PEOPLE.institution, { ...inRun(run), onError: 'ALL_OR_NOTHING', lines });
  await drafted(workplace, await certifiedCohort(workplace, 2, {}, 1), { on: '2026-03-02' });
  await approvedPayeeAccount(workplace);
  await fillFunds(workplace);
}

/** 1200.50 yuan of 2025 carried over, 50000.00 and 300000.00 of 2026; 6400.00 paid and 1280.00 committed. */
async function fillFunds(workplace: Workplace): Promise<void> {
  await appropriated(workplace, { year: 2025, amount: '1200.50' });
  const { cause: _cause, ...left } = { ...MONEY, year: 2025, amount: '1200.50' };
  const carried = await done(workplace, carryOverFunds, FINANCE.officer, left);
  await done(workplace, approveAppropriation, FINANCE.payer, decisionOn(carried));
  await appropriated(workplace, { documentNumber: '大财〔2026〕2号（测试）' });
  await appropriated(workplace, { fund: 'EMPLOYMENT_SUBSIDY', amount: '300000.00' });
  await committed(workplace, 2026, ['6400.00', '1280.00'], 1);
}

class StatementCounter extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    this.statements.push(query);
  }

  protected override writeLog(_level: string, _message: LogMessage | string | number): void {
    // Only statements are of interest, and they are taken above.
  }
}

/** The statements that a piece of work sends to the database. */
export async function statementsOf(dataSource: DataSource, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = dataSource.logger;
  const counter = new StatementCounter(true);
  Object.assign(dataSource, { logger: counter });
  try {
    await work();
    return counter.statements;
  } finally {
    Object.assign(dataSource, { logger: before });
  }
}
