import type { DataSource } from 'typeorm';
import { AbstractLogger, type LogMessage } from 'typeorm';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { enrolTrainees } from '../../src/operations/trainees/enrol-trainees.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { allocate, approvedRun, DALIAN, inRun, lineOf, SHENYANG } from '../operations/trainees/world.js';
import { done, PEOPLE } from '../operations/workplace.js';

/** Who asks a question of schema/operations that is not public. */
export const ASKED_BY: Readonly<Record<string, Actor>> = {
  enrolments: PEOPLE.officer,
  'issue-quote': PEOPLE.institution,
};

/** Fills a database with the small world that these questions are asked about: one run of 大连理工大学 with fifty trainees, some of 沈阳. */
export async function fillWorld(workplace: Workplace): Promise<void> {
  await allocate(workplace, DALIAN, 100);
  await allocate(workplace, SHENYANG, 20);
  const run = await approvedRun(workplace, { places: 50 });
  const lines = Array.from({ length: 50 }, (_, index) => lineOf(index, index % 5 === 4 ? { region: '沈阳' } : {}));
  await done(workplace, enrolTrainees, PEOPLE.institution, { ...inRun(run), onError: 'ALL_OR_NOTHING', lines });
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
