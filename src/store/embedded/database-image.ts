import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** One item of an image, in the order in which its bytes follow; a folder comes before what it holds. */
export interface ImageItem {
  readonly path: string;
  /** Bytes of a file; null for a folder. */
  readonly size: number | null;
}

/** Bytes before the list of items: its length. */
export const IMAGE_HEAD_BYTES = 4;

/**
 * The image of an empty database: what initdb makes, packed. Made by tests/harness/make-database-image.ts, because
 * initdb inside PGlite takes five seconds and 0.8 GB where unpacking takes half a second.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const databaseImagePath = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'src', 'store', 'embedded', 'empty-database.br');
};

/**
 * Writes an empty database into a folder that exists, every file down to the disk.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const unpackDatabaseImage = (image: string, folder: string): void => {
  const bytes = brotliDecompressSync(readFileSync(image));
  const listEnd = IMAGE_HEAD_BYTES + bytes.readUInt32BE(0);
  const items = JSON.parse(bytes.toString('utf8', IMAGE_HEAD_BYTES, listEnd)) as readonly ImageItem[];
  let offset = listEnd;
  for (const { path, size } of items) {
    if (size === null) mkdirSync(join(folder, path), { mode: 0o700 });
    else {
      writeDurably(join(folder, path), bytes.subarray(offset, offset + size));
      offset += size;
    }
  }
};

const writeDurably = (path: string, content: Uint8Array): void => {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < content.length; ) written += writeSync(descriptor, content, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
