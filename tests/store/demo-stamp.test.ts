import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createDataSource } from '../../ormconfig.js';
import { isDemoFolder, readDemoInstant, recordDemoInstant, stampDemoFolder } from '../../src/store/embedded/demo-stamp.js';
import { scratchFolder } from '../harness/scratch.js';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = scratchFolder('demo');
  folder = join(parent, 'a', 'b');
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('the stamp of a demo folder (our design, docs/decisions/0008)', () => {
  it('is put on a folder that is not there yet, and lasts', () => {
    expect(isDemoFolder(folder)).toBe(false);
    stampDemoFolder(folder);
    expect([isDemoFolder(folder), readDemoInstant(folder)]).toEqual([true, null]);
    recordDemoInstant(folder, new Date('2025-03-01T01:00:00.123Z'));
    stampDemoFolder(folder);
    expect(readDemoInstant(folder)).toEqual(new Date('2025-03-01T01:00:00.123Z'));
    expect(readdirSync(folder)).toEqual(['demo.stamp']);
  });

  it('does not keep the database from being made beside it, nor from being opened again', async () => {
    stampDemoFolder(folder);
    for (let time = 0; time < 2; time += 1) await (await createDataSource({ url: null, dataFolder: folder })).destroy();
    expect(readdirSync(folder).sort()).toEqual(['database', 'demo.stamp']);
  }, 120_000);

  it.each(['database', 'letter.txt'])('is refused to a folder that holds %s', (name) => {
    mkdirSync(folder, { recursive: true });
    if (name === 'database') mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), 'dear reader');
    expect(() => stampDemoFolder(folder)).toThrow(
      expect.objectContaining({ code: 'DEMO_FOLDER_NOT_EMPTY', facts: expect.objectContaining({ found: name }) }),
    );
    expect(isDemoFolder(folder)).toBe(false);
  });

  it('is refused where there can be no folder', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'file'), '');
    for (const path of [join(folder, 'file'), '/proc/no-such-folder/data'])
      expect(() => stampDemoFolder(path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_NOT_WRITABLE' }));
    expect(existsSync(join(folder, 'file', 'demo.stamp'))).toBe(false);
  });

  it('that says no instant is damaged, in words', () => {
    stampDemoFolder(folder);
    writeFileSync(join(folder, 'demo.stamp'), 'soon');
    expect(() => readDemoInstant(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_FOLDER_DAMAGED',
        text: expect.objectContaining({ zh: expect.stringContaining('demo.stamp') }),
      }),
    );
  });
});
