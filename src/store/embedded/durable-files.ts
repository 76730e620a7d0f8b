import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type FileSystemOptions = Parameters<NodeFS['init']>[1];
type PreRun = NonNullable<FileSystemOptions['preRun']>[number];

interface NodeStream {
  /** The operating system's file descriptor; a folder has none. */
  readonly nfd?: number;
  readonly node: object;
}

interface NodeFiles {
  realPath(node: object): string;
  readonly stream_ops: { fsync?: (stream: NodeStream) => number };
}

/**
 * PGlite's files on disk, with the operation it lacks: fsync. Without it PostgreSQL's own fsync calls reach nothing.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export class DurableFiles extends NodeFS {
  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

const addFsync: PreRun = (module) => {
  const files = module.NODEFS as unknown as NodeFiles;
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd === undefined) fsyncFolder(files.realPath(stream.node));
    else fsyncSync(stream.nfd);
    return 0;
  };
};

const fsyncFolder = (path: string): void => {
  // Windows cannot open a folder, and its file system needs no such call.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
