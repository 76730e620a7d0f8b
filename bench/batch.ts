import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { DecisionStatus } from '../src/policy/trainee-decision.js';
import { median, rounded } from './median.js';
import { builtProgram } from './places.js';

export interface BatchOrder {
  readonly lines: number;
  readonly passes: number;
}

export interface BatchPass {
  readonly seconds: number;
  /** over all threads of the process, collecting of garbage included */
  readonly cpuSeconds: number;
}

export interface BatchReport {
  readonly lines: number;
  /** yuan, as the batch and the recount gave it */
  readonly amount: string;
  readonly statuses: Readonly<Record<DecisionStatus, number>>;
  readonly creationSeconds: number;
  readonly passes: readonly BatchPass[];
}

export interface BatchResult extends BatchReport {
  readonly linesPerSecond: number;
  readonly linesPerCpuSecond: number;
  readonly createdLinesPerSecond: number;
}

const LINES = 1_000_000;
/** A million lines with their outcomes stand in memory at once. */
const MEMORY = '--max-old-space-size=3072';
/** One core: nothing of the garbage is collected on another one. */
const ONE_CORE = '--single-threaded-gc';

export interface BatchOptions {
  readonly passes: number;
  readonly report: (line: string) => void;
}

/** How many trainee lines a second one core decides. Throws when a status or the total is not what the lines were made for. */
export async function measureBatch({ passes, report }: BatchOptions): Promise<BatchResult> {
  report(`batch: making ${LINES} lines and deciding them ${passes} times`);
  const child = fork(builtProgram('bench/batch-worker.js'), { execArgv: [MEMORY, ONE_CORE] });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const ended = new AbortController();
    child.once('exit', () => ended.abort(new Error('the batch ended without a report')));
    child.send({ lines: LINES, passes } satisfies BatchOrder);
    const [done] = (await once(child, 'message', { signal: ended.signal })) as [BatchReport];
    const linesPerSecond = Math.round(done.lines / median(done.passes.map(({ seconds }) => seconds)));
    const linesPerCpuSecond = Math.round(done.lines / median(done.passes.map(({ cpuSeconds }) => cpuSeconds)));
    report(`batch: ${linesPerSecond} lines/s, ${done.amount} CNY as recounted`);
    return {
      ...done,
      creationSeconds: rounded(done.creationSeconds),
      passes: done.passes.map(({ seconds, cpuSeconds }) => ({ seconds: rounded(seconds, 3), cpuSeconds: rounded(cpuSeconds, 3) })),
      linesPerSecond,
      linesPerCpuSecond,
      createdLinesPerSecond: Math.round(done.lines / done.creationSeconds),
    };
  } finally {
    process.removeListener('exit', kill);
    kill();
  }
}
