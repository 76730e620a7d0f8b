import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOver } from '../../src/cli/scenarios/ask.js';
import { prepareClock } from '../../src/cli/service-clock.js';
import { startService } from '../../src/cli/start-service.js';
import { StartFailure } from '../../src/http/start-failure.js';
import { readDemoInstant, stampDemoFolder } from '../../src/store/embedded/demo-stamp.js';
import { scratchFolder } from '../harness/scratch.js';

const SYSTEM = new Date('2026-11-22T04:00:00Z');
const ASKED = new Date('2025-03-01T01:00:00Z');
const system = () => SYSTEM;

let folder: string;
beforeEach(() => {
  folder = scratchFolder('clock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const configured = (mode: 'production' | 'development', url: string | null = null) => ({ mode, database: { url, dataFolder: folder } });

const refusalOf = (start: () => unknown): StartFailure => {
  try {
    start();
  } catch (error) {
    if (error instanceof StartFailure) return error;
    throw error;
  }
  throw new Error('a StartFailure was expected');
};

describe('the clock of a service', () => {
  it('is the system clock, never going back, on a folder of real records and on PostgreSQL', () => {
    let instant = SYSTEM;
    for (const url of [null, 'postgres://host/name']) {
      instant = SYSTEM;
      const { now, demo } = prepareClock(configured('production', url), () => instant, null)();
      now();
      instant = new Date('2026-11-22T03:00:00Z');
      expect([now(), demo]).toEqual([SYSTEM, null]);
    }
  });

  it('is a demo clock on a stamped folder: where it is told, then where it was, and never before', () => {
    stampDemoFolder(folder);
    const start = (startAt: Date | null) => prepareClock(configured('development'), system, startAt)();
    expect(start(ASKED).now()).toEqual(ASKED);
    start(null).demo?.setTo(new Date('2025-05-01T00:00:00Z'));
    expect(readDemoInstant(folder)).toEqual(new Date('2025-05-01T00:00:10Z'));
    expect(start(ASKED).now()).toEqual(new Date('2025-05-01T00:00:10Z'));
  });

  it('is that of a demo on a new folder where one is asked for, and of real records nowhere', () => {
    expect(prepareClock(configured('development'), system, ASKED, true)().now()).toEqual(ASKED);
    expect(prepareClock(configured('development'), system, null, false)().demo).not.toBeNull();
    expect(refusalOf(() => prepareClock(configured('production'), system, null, true)).text.en).toContain('MODE=production');
    const server = configured('development', 'postgres://user:secret@host/name');
    expect(refusalOf(() => prepareClock(server, system, null, true)).text.en).toMatch(/^--demo .* DATABASE_URL is set/);
    const records = join(folder, 'records');
    mkdirSync(records);
    writeFileSync(join(records, 'PG_VERSION'), '17');
    const taken = { mode: 'development', database: { url: null, dataFolder: records } } as const;
    expect(() => prepareClock(taken, system, null, true)).toThrow(expect.objectContaining({ code: 'DEMO_FOLDER_NOT_EMPTY' }));
    expect(readdirSync(records)).toEqual(['PG_VERSION']);
  });

  it('is the system clock on a demo folder that was never told', () => {
    stampDemoFolder(folder);
    expect(prepareClock(configured('development'), system, null)().now()).toEqual(SYSTEM);
  });

  it.each([
    ['a folder that is not stamped', null, 'not stamped as a demo'],
    ['PostgreSQL', 'postgres://user:secret@host/name', 'DATABASE_URL is set'],
  ])('--clock is refused on %s', (_what, url, reason) => {
    for (const mode of ['production', 'development'] as const) {
      const { text } = refusalOf(() => prepareClock(configured(mode, url), system, ASKED));
      expect(text.en).toContain(reason);
      expect(text.zh).toContain('--clock');
      expect(text.en).not.toContain('secret');
    }
  });

  it('a stamped folder does not matter where PostgreSQL is used, and --clock is refused there all the same', () => {
    stampDemoFolder(folder);
    expect(prepareClock(configured('production', 'postgres://host/name'), system, null)().demo).toBeNull();
    expect(refusalOf(() => prepareClock(configured('development', 'postgres://host/name'), system, ASKED)).text.en).toContain(
      'DATABASE_URL',
    );
  });

  it('production does not open a stamped folder', async () => {
    stampDemoFolder(folder);
    const issuer = { AUTH_ISSUER: 'https://login.example.org/', AUTH_AUDIENCE: 'places', AUTH_JWKS_URL: 'https://login.example.org/keys' };
    const environment = { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder, MODE: 'production', ...issuer };
    await expect(startService(environment, system)).rejects.toMatchObject({
      text: { zh: expect.stringContaining('演示'), en: expect.stringContaining(folder) },
    });
    expect(readdirSync(folder)).toEqual(['demo.stamp']);
  });

  it('a service on a demo folder answers under the day of its clock', async () => {
    stampDemoFolder(folder);
    const service = await startService({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder }, system, new Date('2025-02-28T16:30:00Z'));
    try {
      expect(await askOver(service.url)('{ ruleBook { query { on } } }', {})).toEqual({
        data: { ruleBook: { query: { on: '2025-03-01' } } },
      });
    } finally {
      await service.stop();
    }
  }, 120_000);
});
