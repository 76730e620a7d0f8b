/*
 * Makes src/store/embedded/empty-database.br anew: run it after each change of the PGlite version.
 *   node dist/tests/harness/make-database-image.js
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

import { databaseImagePath, IMAGE_HEAD_BYTES, type ImageItem } from '../../src/store/embedded/database-image.js';
import { scratchFolder } from './scratch.js';

/** A quarter of the default: a new database is smaller, and a small office writes little. */
const WAL_SEGMENT_MB = 4;

const folder = scratchFolder('image');
const engine = await PGlite.create({ dataDir: folder, initDbStartParams: [`--wal-segsize=${WAL_SEGMENT_MB}`] });
// The three databases come out without dead rows, and the shutdown leaves nothing to recover.
await engine.close();

const items: ImageItem[] = [];
const contents: Buffer[] = [];
const pack = (path: string): void => {
  for (const name of readdirSync(path).sort()) {
    const item = join(path, name);
    const isFolder = statSync(item).isDirectory();
    if (name === 'postmaster.pid' || name === 'pg_internal.init') continue;
    const content = isFolder ? null : readFileSync(item);
    items.push({ path: relative(folder, item), size: content === null ? null : content.length });
    if (content === null) pack(item);
    else contents.push(content);
  }
};
pack(folder);
rmSync(folder, { recursive: true });

const list = Buffer.from(JSON.stringify(items), 'utf8');
const head = Buffer.alloc(IMAGE_HEAD_BYTES);
head.writeUInt32BE(list.length);
const whole = Buffer.concat([head, list, ...contents]);
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
// The three databases are nearly equal: a window of 16 MB sees the one before.
const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: whole.length };
const image = brotliCompressSync(whole, { params });
writeFileSync(databaseImagePath(), image);
process.stdout.write(`${databaseImagePath()}: ${items.length} items, ${whole.length} bytes, packed ${image.length}\n`);
