// Compiles the TypeScript sources into dist/. With --if-newer it compiles only when a source differs from what dist/ was made of.
// Only files whose content changed are replaced and outputs without a source are deleted, so a running program keeps its files and a
// deleted test does not run. Two builds at once are safe: the second waits, then finds nothing left to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.sources');
const lock = join(root, '.dist-lock');
const fresh = join(root, `.dist-next-${process.pid}`);
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const sources = ['src', 'tests', 'bench', 'ormconfig.ts', 'tsconfig.json', 'package.json'];
const skipped = new Set(['node_modules', 'peers']);

/** Every file below a path, or the file itself; nothing when it does not exist. */
function filesUnder(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    if (!entry.isDirectory()) return [child];
    return skipped.has(entry.name) ? [] : filesUnder(child);
  });
}

/** A hash over the names and bytes of all sources: equal hash, equal output, whatever the clock of the files says. */
function digestOfSources() {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => filesUnder(join(root, source))).filter((file) => /\.(ts|json)$/.test(file));
  for (const file of files.sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Null instead of an exception when the file is not there (yet, or no longer). */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

const isUpToDate = () => textOf(stamp) === digestOfSources();

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Waits for the build of another process; a lock left by a killed one is taken over. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = textOf(lock);
    // An empty lock belongs to a process between creating and writing it, or to one killed there: it gets one more moment.
    const isStale = owner === '' ? (sleep(500), textOf(lock) === '') : owner !== null && !isAlive(Number(owner));
    if (isStale) rmSync(lock, { force: true });
    else sleep(50);
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function removeLeftovers() {
  for (const name of readdirSync(root)) {
    const pid = /^\.dist-next-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** Moves what changed into dist/ and deletes what no longer has a source; the stamp goes first and comes back last. */
function publish(digest) {
  rmSync(stamp, { force: true });
  const made = new Set(filesUnder(fresh).map((file) => relative(fresh, file)));
  for (const name of made) {
    const target = join(dist, name);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(join(fresh, name)))) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(fresh, name), target);
  }
  for (const file of filesUnder(dist)) if (!made.has(relative(dist, file))) rmSync(file, { force: true });
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, digest);
  return made.size;
}

/** Returns the exit code of the compiler; its messages go straight to the terminal. */
function compile() {
  if (!existsSync(compiler)) {
    console.error('build: the compiler is not installed. Run `npm ci` first (without --omit=dev).');
    return 1;
  }
  const digest = digestOfSources();
  const startedAt = performance.now();
  const result = spawnSync(process.execPath, [compiler, '--project', join(root, 'tsconfig.json'), '--outDir', fresh], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) {
    console.error('build: failed, dist/ left as it was');
    return result.status ?? 1;
  }
  const count = publish(digest);
  // Not on the standard output, which belongs to the program that is started next.
  console.error(`build: ${count} files in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return 0;
}

function build(onlyIfNewer) {
  if (onlyIfNewer && isUpToDate()) return 0;
  takeLock();
  try {
    removeLeftovers();
    return onlyIfNewer && isUpToDate() ? 0 : compile();
  } finally {
    removeLeftovers();
    rmSync(lock, { force: true });
  }
}

process.exitCode = build(process.argv.includes('--if-newer'));
