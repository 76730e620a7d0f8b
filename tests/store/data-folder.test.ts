import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createDataSource } from '../../ormconfig.js';
import { takeFolderLock } from '../../src/store/embedded/folder-lock.js';
import { thisProcess } from '../../src/store/embedded/process-identity.js';
import { startChild } from '../harness/child.js';
import { freshFolder, type FreshDatabase } from '../harness/databases.js';
import { codeOf } from './harness.js';
import { scratchFolder } from '../harness/scratch.js';

const LONG_MS = 120_000;

const openAndClose = async (dataFolder: string): Promise<void> => {
  const dataSource = await createDataSource({ url: null, dataFolder });
  await dataSource.destroy();
};

/** What PostgreSQL itself writes anew at each start. */
const PASSING = /^(database\..*|postmaster\.pid|pg_internal\.init)$/;

/** Every file of a folder with its size: what must not change when a folder is refused. */
const inventory = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !PASSING.test(item.name))
    .map((item) => `${join(item.parentPath, item.name)} ${readFileSync(join(item.parentPath, item.name)).length}`)
    .sort();

describe('the data folder of the embedded database (our design, docs/decisions/0002)', () => {
  let fresh: FreshDatabase;
  let folder: string;
  let database: string;
  beforeAll(async () => {
    fresh = await freshFolder();
    folder = fresh.configuration.dataFolder;
    database = join(folder, 'database');
  });
  afterAll(() => fresh.remove());

  it(
    'is refused while another process holds it, naming that process',
    async () => {
      const holder = startChild('hold-folder', [folder]);
      await holder.untilLines(1);
      await expect(openAndClose(folder)).rejects.toMatchObject({
        code: 'DATA_FOLDER_IN_USE',
        facts: { pid: holder.process.pid },
        text: { zh: expect.stringContaining('DATA_DIR'), en: expect.stringContaining(`process ${holder.process.pid}`) },
      });
      await holder.kill();
      await openAndClose(folder);
    },
    LONG_MS,
  );

  it(
    'is refused while this very process holds it, and given back on close',
    async () => {
      const dataSource = await createDataSource(fresh.configuration);
      expect(await codeOf(openAndClose(folder))).toBe('DATA_FOLDER_IN_USE');
      await dataSource.destroy();
      expect(readdirSync(folder)).toEqual(['database']);
    },
    LONG_MS,
  );

  it('is taken by exactly one of eight that find the same stale lock', async () => {
    writeFileSync(join(folder, 'database.lock'), JSON.stringify({ ...thisProcess(), pid: 4_194_303 }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolderLock(folder)));
    const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [String((result.reason as { code: string }).code)] : []));
    for (const lock of taken) lock.release();
    expect(taken).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['DATA_FOLDER_IN_USE']));
  });

  it.each([
    ['a process that has ended', JSON.stringify({ ...thisProcess(), pid: 4_194_303 })],
    ['a process whose number was given to another one', JSON.stringify({ ...thisProcess(), startedTicks: '1' })],
    ['a container that is gone', JSON.stringify({ ...thisProcess(), pidNamespace: 'pid:[1]', host: 'gone' })],
    ['a torn lock file', '{"pid":'],
  ])('is taken over from %s', async (_case, content) => {
    writeFileSync(join(folder, 'database.lock'), content);
    const lock = await takeFolderLock(folder);
    expect(JSON.parse(readFileSync(join(folder, 'database.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    expect(readdirSync(folder)).toEqual(['database']);
  });

  it('is refused while a holder that cannot be asked still beats', async () => {
    writeFileSync(join(folder, 'database.lock'), JSON.stringify({ ...thisProcess(), host: 'elsewhere' }));
    let count = 0;
    const beat = setInterval(() => writeFileSync(join(folder, 'database.beat'), String((count += 1))), 200);
    expect(await codeOf(takeFolderLock(folder))).toBe('DATA_FOLDER_IN_USE');
    clearInterval(beat);
    rmSync(join(folder, 'database.lock'));
    rmSync(join(folder, 'database.beat'));
  });

  const inDatabase = (name: string): string => join(database, name);

  it.each<[string, () => Mend]>([
    ['no PG_VERSION', () => replace(inDatabase('PG_VERSION'))],
    ['another PostgreSQL version', () => replace(inDatabase('PG_VERSION'), (path) => writeFileSync(path, '17\n'))],
    ['no control file', () => replace(inDatabase('global/pg_control'))],
    ['an empty control file', () => replace(inDatabase('global/pg_control'), (path) => writeFileSync(path, ''))],
    ['noise for a control file', () => replace(inDatabase('global/pg_control'), (path) => writeFileSync(path, Buffer.alloc(8192, 0x5a)))],
    ['no tables', () => replace(inDatabase('base'))],
    ['no write-ahead log', () => replace(inDatabase('pg_wal'))],
    ['an empty folder for a database', () => replace(database, (path) => mkdirSync(path))],
    ['a file for a database', () => replace(database, (path) => writeFileSync(path, 'not a folder'))],
    [
      'files of somebody else',
      () => {
        const mend = replace(database);
        writeFileSync(join(folder, 'letter.txt'), 'dear reader');
        return () => {
          rmSync(join(folder, 'letter.txt'));
          mend();
        };
      },
    ],
    ['empty tables', () => replace(inDatabase('base'), (path, original) => copyEmptied(original, path))],
  ])(
    'is refused, and nothing deleted, when it holds %s',
    async (_case, spoil) => {
      const mend = spoil();
      const before = inventory(folder);
      await expect(openAndClose(folder)).rejects.toMatchObject({
        code: 'DATA_FOLDER_DAMAGED',
        text: { zh: expect.stringContaining('未删除任何文件'), en: expect.stringContaining('Nothing was deleted') },
      });
      expect(inventory(folder)).toEqual(before);
      expect(existsSync(join(folder, 'database.lock'))).toBe(false);
      mend();
    },
    LONG_MS,
  );

  it(
    'opens again once everything is put back',
    async () => {
      await openAndClose(folder);
      expect(readdirSync(folder)).toEqual(['database']);
    },
    LONG_MS,
  );

  it(
    'is refused when it cannot be a folder',
    async () => {
      writeFileSync(join(folder, 'occupied'), '');
      expect(await codeOf(openAndClose(join(folder, 'occupied')))).toBe('DATA_FOLDER_NOT_WRITABLE');
      expect(await codeOf(openAndClose('/proc/no-such-folder/data'))).toBe('DATA_FOLDER_NOT_WRITABLE');
    },
    LONG_MS,
  );
});

type Mend = () => void;

/** Moves something out of the folder and puts something else, or nothing, in its place. */
const replace = (path: string, make?: (path: string, original: string) => void): Mend => {
  const shelf = scratchFolder('aside');
  const original = join(shelf, 'original');
  renameSync(path, original);
  make?.(path, original);
  return () => {
    rmSync(path, { recursive: true, force: true });
    renameSync(original, path);
    rmSync(shelf, { recursive: true });
  };
};

const copyEmptied = (source: string, target: string): void => {
  cpSync(source, target, { recursive: true });
  for (const item of readdirSync(target, { recursive: true, withFileTypes: true }))
    if (item.isFile()) truncateSync(join(item.parentPath, item.name), 0);
};

describe('a start killed while it makes the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = scratchFolder('killed');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it(
    'is made up for by the next start, whatever it left',
    async () => {
      mkdirSync(join(folder, 'database.unfinished', 'base'), { recursive: true });
      writeFileSync(join(folder, 'database.unfinished', 'PG_VERSION'), '18\n');
      writeFileSync(join(folder, 'database.lock'), JSON.stringify({ ...thisProcess(), pid: 4_194_303 }));
      await openAndClose(folder);
      expect(readdirSync(folder)).toEqual(['database']);
    },
    LONG_MS,
  );

  it(
    'is made up for by the next start, killed for real',
    async () => {
      const child = startChild('hold-folder', [folder]);
      while (!existsSync(join(folder, 'database.unfinished', 'base'))) await sleep(2);
      await child.kill();
      await openAndClose(folder);
      expect(readdirSync(folder)).toEqual(['database']);
    },
    LONG_MS,
  );
});
