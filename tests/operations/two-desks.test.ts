import { proposeReading } from '../../src/operations/governance/propose-reading.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { readRuleArchive } from '../../src/store/rule-archive.js';
import { ruleRevision } from '../../src/store/rule-revision.js';
import { startTimer } from '../../src/cli/start-timer.js';
import { describeOnEachDatabase, describeOnPostgres } from '../harness/databases.js';
import { act, NOON, PEOPLE, workplaceOn } from './workplace.js';
import { recordAgreement } from '../../src/operations/training/record-agreement.js';
import { figureRow } from '../../src/store/rows/figure-row.js';
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

const AGREEMENT = {
  region: '大连',
  institution: 'TI-DUT',
  number: '协议-1',
  signedOn: '2026-01-05',
  validFrom: '2026-01-05',
  validTo: '2027-01-04',
};

describeOnPostgres('rules that change while an act is at work (docs/decisions/0011-places-ledger.md)', (open) => {
  it('the act decides and is entered under the rules that it began with', async () => {
    const [workplace, other] = [await workplaceOn(await open()), await workplaceOn(await open())];
    const hashes: string[] = [];
    const slow: typeof recordAgreement = {
      ...recordAgreement,
      run: async (one, input) => {
        hashes.push(one.desk.ruleBook({ on: one.today }).hash);
        await decided(other, proposeReading, { question: 'Q33', reading: 'STRICT_BINARY', validFrom: '2026-03-02', documentNumber: 'Z' });
        await workplace.desk.bringUpToDate(workplace.dataSource);
        hashes.push(one.desk.ruleBook({ on: one.today }).hash);
        return recordAgreement.run(one, input);
      },
    };
    await act(workplace, slow, PEOPLE.officer, AGREEMENT);
    const [entry] = await workplace.dataSource.query<{ readonly rules: { readonly book: string } }[]>(
      `SELECT convert_from(bytes, 'UTF8')::jsonb -> 'rules' AS rules FROM audit_entry WHERE kind = 'recordAgreement'`,
    );
    expect(new Set([...hashes, entry?.rules.book]).size).toBe(1);
    expect(workplace.desk.ruleBook({ on: '2026-03-02' }).hash).not.toBe(hashes[0]);
  });

  it('an archive whose tables were read on both sides of a change is read again', async () => {
    const [workplace, other] = [await workplaceOn(await open()), await workplaceOn(await open())];
    await decided(other, proposeReading, { question: 'Q33', reading: 'STRICT_BINARY', validFrom: '2026-09-01', documentNumber: 'A' });
    await workplace.dataSource.transaction(async (manager) => {
      let isChanged = false;
      const find = manager.find.bind(manager);
      Object.assign(manager, {
        find: async (...asked: Parameters<typeof find>) => {
          const rows = await find(...asked);
          if (asked[0] === figureRow && !isChanged) {
            isChanged = true;
            await decided(other, proposeReading, { question: 'Q33', reading: 'WATERFALL', validFrom: '2026-10-01', documentNumber: 'B' });
          }
          return rows;
        },
      });
      await workplace.desk.bringUpToDate(manager);
      expect(isChanged).toBe(true);
    });
    expect(workplace.desk.ruleBook({ on: '2026-10-02' }).hash).toBe(other.desk.ruleBook({ on: '2026-10-02' }).hash);
    expect(await workplace.desk.isBehind(workplace.dataSource)).toBe(false);
  });
});
