import type { Logger } from 'typeorm';
import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { done, PEOPLE, workplaceOn } from '../workplace.js';
import { cohortOf, confirmedPlan, levelLines, trainingLines } from './cohort.js';

/** What the service says to the database. */
class Statements implements Logger {
  readonly said: string[] = [];
  logQuery(query: string): void {
    this.said.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

const MANY = 1_000;

describeOnEachDatabase('a batch of certificates', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const { options } = workplace.dataSource;
    const statements = new Statements();
    workplace.dataSource.setOptions({ logging: ['query'], logger: statements });
    await work();
    workplace.dataSource.setOptions({ logging: options.logging ?? false, logger: options.logger ?? 'advanced-console' });
    return statements.said.length;
  };
  const statementsFor = async (size: number): Promise<readonly number[]> => {
    const cohort = await cohortOf(workplace, size);
    await confirmedPlan(workplace, cohort);
    const training = { lines: trainingLines(cohort) };
    const level = { lines: levelLines(cohort) };
    return [
      await statementsOf(() => done(workplace, issueTrainingCertificate, PEOPLE.institution, training)),
      await statementsOf(() => done(workplace, issueLevelCertificate, PEOPLE.assessor, level)),
    ];
  };

  it('takes as many statements for a thousand trainees as for one', async () => {
    await statementsFor(1); // the first of a file is sent again
    const one = await statementsFor(1);
    expect(one.every((count) => count > 0)).toBe(true);
    expect(await statementsFor(MANY)).toEqual(one);
  });
});
