import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { workplaceOn } from '../operations/workplace.js';
import { askAs } from './at-workplace.js';
import { ask } from './harness.js';
import { ASKED_BY, fillWorld, statementsOf } from './private-operations.js';

const FOLDER = 'schema/operations';
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));
const text = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const variablesOf = (name: string): Record<string, unknown> =>
  existsSync(`${FOLDER}/${name}.variables.json`) ? (JSON.parse(text(`${name}.variables.json`)) as Record<string, unknown>) : {};
const answerOf = (name: string): unknown => JSON.parse(text(`${name}.answer.json`));

/** The largest number of SQL statements, which the first line of a question says; one that says none is answered from memory. */
const statementsMax = (name: string): number =>
  parseInt(/^# At most (\d+) SQL statements?\.$/mu.exec(text(`${name}.graphql`))?.[1] ?? '0', 10);
const inMemory = names.filter((name) => statementsMax(name) === 0);
const inDatabase = names.filter((name) => statementsMax(name) > 0);

/** The three questions that the README shows with their answers. */
const README_QUESTIONS = ['quota-table', 'subsidy-estimate', 'reward-estimate'];

describe('the questions in schema/operations, asked word for word, without a database', () => {
  it.each(inMemory)('%s answers what stands beside it', async (name) => {
    const data = await ask(text(`${name}.graphql`), variablesOf(name));
    expect({ data }).toEqual(answerOf(name));
  });

  it.each(['README.md', 'README.zh-CN.md'])('%s shows three of them with exactly these answers', (readme) => {
    const page = readFileSync(readme, 'utf8');
    for (const name of README_QUESTIONS) {
      expect(page).toContain(text(`${name}.graphql`).trim());
      expect(page).toContain(text(`${name}.answer.json`).trim());
    }
  });
});

describeOnEachDatabase('the questions in schema/operations that need a database and a caller', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await fillWorld(workplace);
  });

  it.each(inDatabase)('%s answers what stands beside it, in no more statements than it says', async (name) => {
    let data: unknown = null;
    const statements = await statementsOf(workplace.dataSource, async () => {
      data = await askAs(workplace, ASKED_BY[name] ?? null, text(`${name}.graphql`), variablesOf(name));
    });
    expect({ data }).toEqual(answerOf(name));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length <= statementsMax(name) ? [] : statements).toEqual([]);
  });
});
