import type { Workplace } from '../../../src/operations/acting/perform.js';
import { correctTrainee } from '../../../src/operations/trainees/correct-trainee.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { enrolTrainees } from '../../../src/operations/trainees/enrol-trainees.js';
import { transferTrainee } from '../../../src/operations/trainees/transfer-trainee.js';
import { withdrawTrainee } from '../../../src/operations/trainees/withdraw-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, DALIAN, identityNumber, inRun } from './world.js';

/** Names that occur nowhere else, and numbers that belong to nobody. */
const NAMES = ['独孤求败', '令狐冲', '西门吹雪'] as const;
const NUMBERS = [identityNumber(7_000_001), identityNumber(7_000_002), identityNumber(7_000_003)] as const;
const QUALITY = { category: 'CAT5', categoryEvidence: '编号 1', meetsNationalStandard: true };

/** Every text column of every table, and the bytes of every other one, of all rows. */
const EVERYTHING = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;

describeOnEachDatabase('what is kept of a trainee (Q92)', (open) => {
  let workplace: Workplace;
  const said: string[] = [];
  /** What a caller gets: the reply or the failure, as text. */
  const ask = async (work: Promise<unknown>): Promise<void> => {
    said.push(
      await work.then(
        (reply) => JSON.stringify(reply),
        (error: unknown) => `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`,
      ),
    );
  };

  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 100);
    const run = await approvedRun(workplace);
    const other = await approvedRun(workplace, { places: 5 });
    const line = { name: NAMES[0], identityNumber: NUMBERS[0], ...QUALITY };
    const enrol = (lineToo: object) => act(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineToo }, undefined);
    const first = await enrol(line);
    said.push(JSON.stringify(first));
    await ask(enrol(line));
    await ask(enrol({ ...line, name: NAMES[1] }));
    await ask(enrol({ ...line, identityNumber: `${NUMBERS[1].slice(0, 17)}A` }));
    await ask(enrol({ ...line, name: `${NAMES[1]}1`, region: NUMBERS[1], category: NUMBERS[1], categoryEvidence: NAMES[1] }));
    await ask(enrol({ ...line, identityNumber: 210_102_199_001_011 }));
    const lines = [
      { name: NAMES[1], identityNumber: NUMBERS[1], ...QUALITY },
      { name: NAMES[2], identityNumber: NUMBERS[1], ...QUALITY },
    ];
    await ask(act(workplace, enrolTrainees, PEOPLE.institution, { ...inRun(run), onError: 'PER_LINE', lines }));
    const step = { enrolmentId: nodeId('Enrolment', first.done?.id ?? ''), on: '2026-03-02', reason: '调整' };
    await ask(act(workplace, correctTrainee, PEOPLE.institution, { ...step, name: NAMES[2], reason: `应为${NAMES[2]}` }));
    await ask(act(workplace, correctTrainee, PEOPLE.institution, { ...step, name: NAMES[2] }));
    await ask(act(workplace, withdrawTrainee, PEOPLE.institution, { ...step, reason: NUMBERS[0] }));
    await ask(act(workplace, transferTrainee, PEOPLE.institution, { ...step, toCourseRunId: nodeId('CourseRun', other.id) }));
  });

  it('no reply and no failure holds a name or a number', () => {
    expect(said).toHaveLength(11);
    for (const secret of [...NAMES, ...NUMBERS]) expect(said.filter((text) => text.includes(secret))).toEqual([]);
  });

  it('no table holds one in clear text: neither entries, nor replies, nor the persons themselves', async () => {
    const tables = await workplace.dataSource.query<{ readonly name: string }[]>(EVERYTHING);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['audit_entry_2026', 'idempotency', 'person', 'enrolment_2026']));
    for (const { name } of tables) {
      const rows = await workplace.dataSource.query<Record<string, unknown>[]>(`SELECT * FROM "${name}"`);
      const text = rows.map((row) => Object.values(row).map(plain).join('\n')).join('\n');
      for (const secret of [...NAMES, ...NUMBERS]) expect([name, text.includes(secret)]).toEqual([name, false]);
    }
  });
});

const plain = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value));
