import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of this folder running in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  /** What it has printed so far, a line each. */
  readonly lines: readonly string[];
  /** Waits until it has printed that many lines; fails when it ends before. */
  untilLines(count: number): Promise<void>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts `tests/harness/<program>.js` with the arguments, in our environment or another one. */
export const startChild = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Child => {
  const path = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: environment });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  return {
    process: child,
    lines,
    untilLines: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (lines.length >= count) resolve();
        };
        look();
        reader.on('line', look);
        void ended.then(() => reject(new Error(`${program} ended after ${lines.length} lines`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
