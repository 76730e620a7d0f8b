import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureBatch } from './batch.js';
import { measureEnrol } from './enrol.js';
import { measureEstimate } from './estimate.js';
import { measureList } from './list/list.js';
import { thisMachine } from './machine.js';
import { measureStartUp } from './start-up.js';
import { summary } from './summary.js';

/**
 * `--quick` ends within about four minutes; `--json FILE` writes what was measured; `--only estimate` (or list, enrol, batch, start-up) asks one question.
 * Everything that is started ends with this program.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } },
});
const scale = values.quick
  ? { rounds: 12, roundSeconds: 0.7, warmUpSeconds: 2, passes: 3, times: 3 }
  : { rounds: 40, roundSeconds: 1, warmUpSeconds: 5, passes: 7, times: 5 };
const report = (line: string): void => console.log(line);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What a question found, or the reason why it found nothing: one that fails does not keep the others from being written down. */
async function attempt<Found>(question: string, measure: () => Promise<Found>): Promise<Found | { readonly failed: string }> {
  if (values.only !== undefined && values.only !== question) return { failed: 'not asked' };
  try {
    return await measure();
  } catch (error) {
    process.exitCode = 1;
    report(`${question}: ${String(error)}`);
    return { failed: String(error) };
  }
}

const machine = thisMachine();
report(`${machine.cpu}, ${machine.cores} cores, ${machine.memory}, Node ${machine.node}`);
const result = {
  estimate: await attempt('estimate', () => measureEstimate({ ...scale, report })),
  list: await attempt('list', () => measureList({ ...scale, report })),
  enrol: await attempt('enrol', () => measureEnrol({ ...scale, report })),
  batch: await attempt('batch', () => measureBatch({ ...scale, report })),
  startUp: await attempt('start-up', () => measureStartUp({ ...scale, report })),
};
const { ratios, raw, lines } = summary(result);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ratios, machine, raw }, null, 2)}\n`);
report(`\n${lines.join('\n')}`);
