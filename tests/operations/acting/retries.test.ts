import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Operation } from '../../../src/operations/acting/act.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { Failure } from '../../../src/policy/failure.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { entryCounts, recordProblems } from '../record-problems.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { addOne, makeTally, type Tallied, tallying, valuesOf } from './tally.js';

const TRIES = 5;

/** Waits until so many have come. */
function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    come += 1;
    if (come >= count) open();
    await all;
  };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'DONE',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

describeOnEachDatabase('an act that hangs or loses to another (our design, docs/decisions/0011-places-ledger.md)', (open, name) => {
  let dataSource: DataSource;
  let workplace: Workplace;
  beforeAll(async () => {
    dataSource = await open();
    workplace = await workplaceOn(dataSource);
    await makeTally(dataSource);
  });
  beforeEach(() => dataSource.query(`UPDATE tally SET value = 0; SELECT setval('losses', 1, false)`));
  afterEach(async () => {
    expect(await recordProblems(dataSource.manager, workplace.keys)).toEqual([]);
  });
  const entries = async (): Promise<number> => (await entryCounts(dataSource.manager))['recordAgreement'] ?? 0;
  const tally = (operation: Operation<{ rows: number[] }, Tallied>, rows: number[], key?: string, place = workplace) =>
    act(place, operation, PEOPLE.officer, { rows }, key);
  const within = (deadlineMs: number, lockTimeoutMs = 8_000): Workplace => ({ ...workplace, limits: { deadlineMs, lockTimeoutMs } });
  const plain = tallying(async ({ manager }, rows) => {
    for (const row of rows) await addOne(manager, row);
  });

  it('is rolled back at its deadline; the next act, which waited for it, succeeds', async () => {
    const before = await entries();
    const hanging = tallying(async ({ manager }, [row = 0]) => {
      await addOne(manager, row);
      await sleep(1_000);
    });
    const hung = codeOf(tally(hanging, [1], undefined, within(300)));
    const next = tally(plain, [1]);
    expect([await hung, (await next).done]).toEqual(['DEADLINE_EXCEEDED', { rows: [1] }]);
    expect([(await valuesOf(dataSource))[0], await entries()]).toEqual([1, before + 1]);
  });

  it('can do nothing more after its deadline, not even in the moment of its rollback', async () => {
    const words: string[] = [];
    const restless = tallying(async ({ manager }, [row = 0]) => {
      for (;;)
        await addOne(manager, row).catch((error: unknown) => {
          words.push(String(error));
          throw error;
        });
    });
    const key = randomUUID();
    expect(await codeOf(tally(restless, [1], key, within(200)))).toBe('DEADLINE_EXCEEDED');
    const late = tallying(async ({ manager }, [row = 0]) => {
      await sleep(400);
      await addOne(manager, row);
    });
    expect(await codeOf(tally(late, [1], undefined, within(200)))).toBe('DEADLINE_EXCEEDED');
    await sleep(400);
    expect(words).toHaveLength(1);
    expect(await valuesOf(dataSource)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await tally(plain, [1], key)).toMatchObject({ isReplayed: false });
  });

  it('that waits too long for a connection is BUSY, and nothing of it is done', async () => {
    const before = await entries();
    const { master } = dataSource.driver as unknown as { master: { options: { connectionTimeoutMillis: number } } };
    const patience = master.options.connectionTimeoutMillis;
    const hanging = tallying(async () => sleep(900));
    let everyConnection: Promise<unknown>[] = [];
    master.options.connectionTimeoutMillis = 300;
    try {
      // Each of another tenant: those of one would wait for each other before they ask for a connection.
      everyConnection = Array.from({ length: name === 'PostgreSQL' ? 10 : 1 }, (_, n) =>
        act(workplace, hanging, { ...PEOPLE.officer, regions: [`LN-${n}`] }, { rows: [2] }),
      );
      await sleep(100);
      expect(await codeOf(tally(plain, [1]))).toBe('BUSY');
    } finally {
      await Promise.all(everyConnection);
      master.options.connectionTimeoutMillis = patience;
    }
    expect([(await valuesOf(dataSource))[0], await entries()]).toEqual([0, before + everyConnection.length]);
  });

  it(`that loses ${TRIES - 1} times is done once`, async () => {
    const before = await entries();
    const { operation, attempts } = losing(TRIES - 1);
    expect(await tally(operation, [1, 2])).toMatchObject({ isReplayed: false, done: { rows: [1, 2] } });
    expect([attempts(), (await valuesOf(dataSource)).slice(0, 2), await entries()]).toEqual([TRIES, [1, 1], before + 1]);
  });

  it(`that loses ${TRIES} times is BUSY, nothing of it is done, and its key is free`, async () => {
    const [before, key] = [await entries(), randomUUID()];
    const { operation, attempts } = losing(TRIES);
    expect(await codeOf(tally(operation, [1, 2], key))).toBe('BUSY');
    expect([attempts(), (await valuesOf(dataSource)).slice(0, 2), await entries()]).toEqual([TRIES, [0, 0], before]);
    expect(await tally(operation, [1, 2], key)).toMatchObject({ isReplayed: false });
    expect((await valuesOf(dataSource)).slice(0, 2)).toEqual([1, 1]);
  });

  it('that loses at its commit is done once', async () => {
    await dataSource.query(`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('losses') <= 3 THEN RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END IF; RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER lose AFTER UPDATE ON tally DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id = 3) EXECUTE FUNCTION lose()`);
    expect(await tally(plain, [3])).toMatchObject({ isReplayed: false });
    expect((await valuesOf(dataSource))[2]).toBe(1);
    await dataSource.query('DROP TRIGGER lose ON tally; DROP FUNCTION lose()');
  });

  /** Loses after it has written, so that a loss that was not rolled back would be seen; only the sequence remembers how often. */
  function losing(times: number) {
    let attempts = 0;
    const operation = tallying(async ({ manager }, rows) => {
      attempts += 1;
      for (const row of rows) await addOne(manager, row);
      await manager.query(
        `DO $$ BEGIN IF nextval('losses') <= ${times} THEN RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END IF; END $$`,
      );
    });
    return { operation, attempts: () => attempts };
  }

  if (name !== 'PostgreSQL') return;

  it('two acts that lock two rows in opposite order: both are done, each once', async () => {
    const before = await entries();
    const [bothHoldOne, attempts] = [meetingOf(2), { count: 0 }];
    const crossing = tallying(async ({ manager }, [first = 0, second = 0]) => {
      attempts.count += 1;
      await manager.query(`SET LOCAL deadlock_timeout = '50ms'`);
      await addOne(manager, first);
      await bothHoldOne();
      await addOne(manager, second);
    });
    const replies = await Promise.all([tally(crossing, [1, 2]), tally(crossing, [2, 1])]);
    expect(replies.map(({ done }) => done)).toEqual([{ rows: [1, 2] }, { rows: [2, 1] }]);
    expect([attempts.count, (await valuesOf(dataSource)).slice(0, 2), await entries()]).toEqual([3, [2, 2], before + 2]);
  });

  it('eight clients in circles: what is BUSY is sent again with its key, and every act is done once', async () => {
    const before = await entries();
    const circling = tallying(async ({ manager }, rows) => {
      await manager.query(`SET LOCAL deadlock_timeout = '20ms'`);
      for (const row of rows) {
        await addOne(manager, row);
        await sleep(2);
      }
    });
    const client = async (number: number) => {
      for (let round = 0; round < 3; round += 1) {
        const rows = [0, 1, 2, 3].map((step) => 1 + ((number % 2 === 0 ? step + number : 4 + number - step) % 4));
        await untilDone(() => tally(circling, rows, `circle-${number}-${round}`));
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, number) => client(number)));
    expect([(await valuesOf(dataSource)).slice(0, 5), await entries()]).toEqual([[24, 24, 24, 24, 0], before + 24]);
  }, 120_000);

  it('real serialization failures: no addition is lost and none is done twice', async () => {
    await dataSource.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_isolation = serializable', current_database()); END $$`,
    );
    const strict = { ...workplace, dataSource: await open() };
    expect(await strict.dataSource.query('SHOW default_transaction_isolation')).toEqual([
      { default_transaction_isolation: 'serializable' },
    ]);
    const reading = tallying(async ({ manager }, [row = 0]) => {
      const [found] = await manager.query<{ readonly value: number }[]>('SELECT value FROM tally WHERE id = $1', [row]);
      await manager.query('UPDATE tally SET value = $2 WHERE id = $1', [row, (found?.value ?? 0) + 1]);
    });
    const client = async (number: number) => {
      for (let round = 0; round < 4; round += 1) await untilDone(() => tally(reading, [1], `strict-${number}-${round}`, strict));
    };
    await Promise.all(Array.from({ length: 6 }, (_, number) => client(number)));
    expect((await valuesOf(dataSource))[0]).toBe(24);
  }, 120_000);

  it('that waits for a lock longer than it may is BUSY, and nothing of it is done', async () => {
    const [before, key] = [await entries(), randomUUID()];
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    await addOne(holder.manager, 2);
    expect(await codeOf(tally(plain, [1, 2], key, within(15_000, 200)))).toBe('BUSY');
    await holder.rollbackTransaction();
    await holder.release();
    expect([(await valuesOf(dataSource)).slice(0, 2), await entries()]).toEqual([[0, 0], before]);
    expect(await tally(plain, [1, 2], key)).toMatchObject({ isReplayed: false });
  });

  async function untilDone(send: () => Promise<unknown>): Promise<void> {
    for (let code = await codeOf(send()); code !== 'DONE'; code = await codeOf(send())) expect(code).toBe('BUSY');
  }
});
