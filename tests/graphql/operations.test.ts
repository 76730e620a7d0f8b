import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ask } from './harness.js';

const FOLDER = 'schema/operations';
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));
const text = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const variablesOf = (name: string): Record<string, unknown> =>
  existsSync(`${FOLDER}/${name}.variables.json`) ? (JSON.parse(text(`${name}.variables.json`)) as Record<string, unknown>) : {};

/** The three questions that the README shows with their answers. */
const README_QUESTIONS = ['quota-table', 'subsidy-estimate', 'reward-estimate'];

describe('the questions in schema/operations, asked word for word, without a database', () => {
  it.each(names)('%s answers what stands beside it', async (name) => {
    const data = await ask(text(`${name}.graphql`), variablesOf(name));
    expect({ data }).toEqual(JSON.parse(text(`${name}.answer.json`)));
  });

  it.each(['README.md', 'README.zh-CN.md'])('%s shows three of them with exactly these answers', (readme) => {
    const page = readFileSync(readme, 'utf8');
    for (const name of README_QUESTIONS) {
      expect(page).toContain(text(`${name}.graphql`).trim());
      expect(page).toContain(text(`${name}.answer.json`).trim());
    }
  });
});
