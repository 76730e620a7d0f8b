import type { DataSource } from 'typeorm';

import { createDataSource } from '../../ormconfig.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { codeOf } from './harness.js';

const MANY = Array.from({ length: 20 }, (_, index) => index);

describeOnEachDatabase('a connection', (open) => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await open();
    await dataSource.query('CREATE TABLE note (number integer PRIMARY KEY)');
  });
  beforeEach(async () => {
    await dataSource.query('DELETE FROM note');
  });

  it('keeps transactions apart: what one rolls back, another one does not commit', async () => {
    await Promise.allSettled(
      MANY.map((number) =>
        dataSource.transaction(async (manager) => {
          await manager.query('INSERT INTO note VALUES ($1)', [number]);
          if (number % 2 === 1) throw new Error('changed its mind');
        }),
      ),
    );
    expect(await dataSource.query('SELECT count(*)::int AS count FROM note WHERE number % 2 = 0')).toEqual([{ count: 10 }]);
    expect(await dataSource.query('SELECT count(*)::int AS count FROM note WHERE number % 2 = 1')).toEqual([{ count: 0 }]);
  });

  it('goes on after an error, with and without parameters', async () => {
    expect(await codeOf(dataSource.query('SELECT 1/0'))).toBe('22012');
    expect(await codeOf(dataSource.query('SELECT * FROM nowhere WHERE number = $1', [1]))).toBe('42P01');
    expect(await codeOf(dataSource.query('INSERT INTO note VALUES ($1), ($1)', [1]))).toBe('23505');
    expect(await dataSource.query('SELECT $1::text AS text', ['辽宁 “a” 12345678901234.5678'])).toEqual([
      { text: '辽宁 “a” 12345678901234.5678' },
    ]);
  });

  it('gives back a savepoint', async () => {
    await dataSource.transaction(async (manager) => {
      await manager.query('INSERT INTO note VALUES (1)');
      await manager.transaction(async (inner) => inner.query('INSERT INTO note VALUES (1)')).catch(() => undefined);
      await manager.query('INSERT INTO note VALUES (2)');
    });
    expect(await dataSource.query('SELECT number FROM note ORDER BY number')).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it('writes days as texts and instants in UTC', async () => {
    const [row] = await dataSource.query(
      `SELECT '2023-12-29'::date AS day, '[2023-12-29 08:00+08,)'::tstzrange AS known, current_setting('TimeZone') AS zone`,
    );
    expect(row).toEqual({ day: '2023-12-29', known: '["2023-12-29 00:00:00+00",)', zone: 'UTC' });
  });

  it('carries a megabyte each way', async () => {
    const text = '辽'.repeat(400_000);
    expect(await dataSource.query('SELECT $1::text AS text', [text])).toEqual([{ text }]);
  });

  it('does not stop the event loop during a heavy query', async () => {
    let longestMs = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 10);
    const started = performance.now();
    await dataSource.query('SELECT sum(a * b) FROM generate_series(1, 1500) AS a, generate_series(1, 1500) AS b');
    const tookMs = performance.now() - started;
    clearInterval(timer);
    expect(tookMs).toBeGreaterThan(100);
    expect(longestMs).toBeLessThan(tookMs / 2);
  });
});

describe('a database server that is not there', () => {
  it('is DATABASE_UNREACHABLE, and its password is not in the message', async () => {
    const failure = await createDataSource({ url: 'postgres://clerk:geheim@127.0.0.1:1/subsidy', dataFolder: '' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'DATABASE_UNREACHABLE', facts: { address: '127.0.0.1:1/subsidy', reason: 'ECONNREFUSED' } });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('geheim');
  });
});
