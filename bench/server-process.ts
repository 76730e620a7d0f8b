import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { askEstimate } from './estimate-request.js';

/** A server in a process of its own, on the loopback interface. */
export interface ServerProcess {
  readonly name: string;
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly startSeconds: number;
  /** Processor time that the process has used, over all its threads; null where the system does not tell. */
  cpuSeconds(): number | null;
  /** Asks it to end, then makes it. */
  stop(): Promise<void>;
}

export interface ServerProgram {
  readonly name: string;
  /** Program and arguments for node. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Asks it something and throws until it answers; an estimate where nothing else is said. */
  readonly ask?: (url: string) => Promise<unknown>;
}

const START_MS_MAX = 90_000;
const POLL_MS = 20;
const STOP_MS_MAX = 12_000;
/** How much of a server's complaint is shown. */
const COMPLAINT_LENGTH_MAX = 600;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server and waits for its first answer. Throws with what the process said when it ends, or does not answer within a minute. */
export async function startServer({ name, command, environment = {}, ask = askEstimate }: ServerProgram): Promise<ServerProcess> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', HOST: '127.0.0.1', PORT: `${port}`, LOG_LEVEL: 'warn', ...environment },
  });
  running.add(child);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_LENGTH_MAX);
  });
  child.once('exit', () => running.delete(child));
  const stop = (): Promise<void> => stopped(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  try {
    for (let answer = await firstAnswer(ask, url); answer !== 'answered'; answer = await firstAnswer(ask, url)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended before it answered: ${complaint.trim()}`);
      if (performance.now() - startedAt > START_MS_MAX)
        throw new Error(`${name}: no answer within ${START_MS_MAX / 1000} s (${answer}) ${complaint.trim()}`);
      await pause(POLL_MS);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, url, startSeconds: (performance.now() - startedAt) / 1000, cpuSeconds: () => cpuSecondsOf(child.pid), stop };
}

/** 'answered', or why not yet: nobody listens, or the listener is not ready. */
async function firstAnswer(ask: (url: string) => Promise<unknown>, url: string): Promise<string> {
  try {
    await ask(url);
    return 'answered';
  } catch (error) {
    return String(error);
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await ended;
  clearTimeout(timer);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

function cpuSecondsOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    // Only Linux tells it there; the figure is an extra.
    return null;
  }
}
