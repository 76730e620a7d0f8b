/*
 * Starts PostgreSQL and outlives whoever asked for it by no more than a moment: when its standard input ends, for
 * whatever reason, the server is stopped and its folder removed. A killed test process therefore leaves nothing behind.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [, , folder = '', uid = '', ...command] = process.argv;
const identity = uid === '' ? {} : { uid: Number(uid), gid: Number(uid) };
const [program = '', ...args] = command;

const server = spawn(program, args, { ...identity, stdio: ['ignore', 'ignore', 'inherit'] });

const finish = (): void => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

server.once('exit', finish);
server.once('error', finish);
process.stdin.resume();
// SIGQUIT is PostgreSQL's immediate shutdown: nothing in this folder will be needed again.
for (const event of ['end', 'close', 'error']) process.stdin.once(event, () => server.kill('SIGQUIT'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGQUIT'));
