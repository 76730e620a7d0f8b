import { proposeReading } from '../../src/operations/governance/propose-reading.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { readRuleArchive } from '../../src/store/rule-archive.js';
import { ruleRevision } from '../../src/store/rule-revision.js';
import { startTimer } from '../../src/cli/start-timer.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { NOON, workplaceOn } from './workplace.js';
import { decided } from './governance/decisions.js';

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
};

describeOnEachDatabase('two processes on one database (docs/decisions/0016-two-persons.md)', (open) => {
  it('an act keeps the rules that it began under, whatever is taken in beside it', async () => {
    const workplace = await workplaceOn(await open());
    const own = workplace.desk.ofNow();
    const hash = own.ruleBook({ on: '2026-08-01' }).hash;
    await decided(workplace, proposeReading, { question: 'Q33', reading: 'STRICT_BINARY', validFrom: '2026-08-01', documentNumber: 'Y' });
    expect(workplace.desk.ruleBook({ on: '2026-08-01' }).hash).not.toBe(hash);
    expect(own.ruleBook({ on: '2026-08-01' }).hash).toBe(hash);
  });

  it('the second serves a rule that the first recorded, as soon as it has looked', async () => {
    const workplace = await workplaceOn(await open());
    const store = await open();
    const other = new RuleDesk(await readRuleArchive(store), () => NOON, await ruleRevision(store));
    const problems: unknown[] = [];
    const timer = startTimer(
      10,
      () => other.bringUpToDate(store),
      (problem) => problems.push(problem),
    );
    const readingOf = (desk: RuleDesk) => desk.ruleBook({ on: '2026-07-01' }).reading('fund.split');
    await decided(workplace, proposeReading, { question: 'Q33', reading: 'STRICT_BINARY', validFrom: '2026-07-01', documentNumber: 'X' });
    expect(readingOf(workplace.desk)).toBe('STRICT_BINARY');
    await until(() => readingOf(other) === 'STRICT_BINARY');
    await timer.stop();
    expect(readingOf(other)).toBe('STRICT_BINARY');
    expect(problems).toEqual([]);
    expect(other.ruleBook({ on: '2026-07-01' }).hash).toBe(workplace.desk.ruleBook({ on: '2026-07-01' }).hash);
  });
});
