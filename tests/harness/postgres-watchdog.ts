/*
 * Starts PostgreSQL and outlives whoever asked for it by no more than a moment: when its standard input ends, for
 * whatever reason, the server is stopped and its folder removed. A killed test process therefore leaves nothing behind.
 * Anything that comes in crashes the server, as `pg_ctl stop -m immediate` does, and starts it again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [, , folder = '', uid = '', ...command] = process.argv;
const identity = uid === '' ? {} : { uid: Number(uid), gid: Number(uid) };
const [program = '', ...args] = command;

let isCrashing = false;
const start = (): ChildProcess => {
  const started = spawn(program, args, { ...identity, stdio: ['ignore', 'ignore', 'inherit'] });
  started.once('exit', onExit);
  started.once('error', finish);
  return started;
};

const finish = (): void => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

const onExit = (): void => {
  if (!isCrashing) finish();
  isCrashing = false;
  server = start();
};

/** SIGQUIT is PostgreSQL's immediate shutdown: nothing is written down any more. */
const quit = (): void => {
  isCrashing = false;
  server.kill('SIGQUIT');
};

let server = start();
process.stdin.on('data', () => {
  isCrashing = true;
  server.kill('SIGQUIT');
});
for (const event of ['end', 'close', 'error']) process.stdin.once(event, quit);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
