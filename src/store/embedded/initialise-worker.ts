import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the throw-away worker is asked to do. */
export interface InitialiseOrder {
  /** An empty folder that becomes a PostgreSQL data folder. */
  readonly folder: string;
}

/*
 * Making a database takes about 0.8 GB for some seconds: in a worker that ends, the service never holds it. It is made
 * in memory and written out here, which is twice as fast as letting PGlite copy it through its own file layer.
 */
const { folder } = workerData as InitialiseOrder;
const engine = await PGlite.create({ dataDir: 'memory://' });
await engine.exec('CHECKPOINT');
copyFolder(PGlite.paths.PGDATA, folder);
await engine.close();

function copyFolder(source: string, target: string): void {
  const files = engine.Module.FS;
  for (const name of files.readdir(source)) {
    if (name === '.' || name === '..' || name === 'postmaster.pid') continue;
    const path = `${source}/${name}`;
    if (files.isDir(files.stat(path, false).mode)) {
      mkdirSync(join(target, name), { mode: 0o700 });
      copyFolder(path, join(target, name));
    } else writeDurably(join(target, name), files.readFile(path));
  }
}

function writeDurably(path: string, content: Uint8Array): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    let written = 0;
    while (written < content.length) written += writeSync(descriptor, content, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
