import type { BatchResult } from './batch.js';
import type { EnrolResult } from './enrol.js';
import type { EstimateResult } from './estimate.js';
import type { ListResult } from './list/list.js';
import type { StackFigures } from './rounds.js';
import type { StartUpResult } from './start-up.js';

interface Failed {
  readonly failed: string;
}

interface Measured {
  readonly estimate: EstimateResult | Failed;
  readonly list: ListResult | Failed;
  readonly enrol: EnrolResult | Failed;
  readonly batch: BatchResult | Failed;
  readonly startUp: StartUpResult | Failed;
}

interface Summary {
  readonly ratios: Readonly<Record<string, number | null>>;
  readonly raw: Readonly<Record<string, unknown>>;
  /** for a reader: each figure with its goal */
  readonly lines: readonly string[];
}

const GOALS: Readonly<Record<string, string>> = {
  'estimate/stock-apollo': 'goal 2.0, aim 4.0',
  'estimate/mercurius-jit': 'goal 2.0',
  'estimate/bare-http': 'aim 0.7',
  'list/postgraphile': 'goal 2.0, later 3.0',
  'list/pgbench': 'later 0.85',
};

/** What was measured: the ratios, everything behind them, and both in words. */
export function summary({ estimate, list, enrol, batch, startUp }: Measured): Summary {
  const measured = { ...('failed' in estimate ? {} : estimate.ratios), ...('failed' in list ? {} : list.ratios) };
  const ratios = Object.fromEntries(Object.keys(GOALS).map((name) => [name, measured[name] ?? null]));
  const raw = {
    'batch-lines-per-s': 'failed' in batch ? null : batch.linesPerSecond,
    'enrol-10000-s': 'failed' in enrol ? null : enrol.seconds,
    'startup-cold-s': 'failed' in startUp ? null : startUp.coldSeconds,
    'startup-warm-s': 'failed' in startUp ? null : startUp.warmSeconds,
    estimate: 'failed' in estimate ? estimate : { cpuRatios: estimate.cpuRatios, stacks: estimate.stacks, missing: estimate.missing },
    list,
    enrol,
    batch,
    startUp,
  };
  const lines = [
    ...stackLines('estimate', estimate),
    ...stackLines('list', list),
    ...Object.entries(GOALS).map(([name, goal]) => `${name}: ${ratios[name] ?? 'not measured'} (${goal})`),
    'failed' in enrol ? `enrol: ${enrol.failed}` : `enrol: 10,000 trainees in one mutation in ${enrol.seconds} s (aim 5)`,
    'failed' in batch
      ? `batch: ${batch.failed}`
      : `batch: ${batch.linesPerSecond} lines/s (goal 1000000), ${batch.linesPerCpuSecond} per processor second; making the lines took ${batch.creationSeconds} s`,
    'failed' in startUp
      ? `start-up: ${startUp.failed}`
      : `start-up to the first answer: cold ${startUp.coldSeconds} s (aim 8), warm ${startUp.warmSeconds} s (aim 2)`,
  ];
  return { ratios, raw, lines };
}

function stackLines(question: string, result: EstimateResult | ListResult | Failed): string[] {
  if ('failed' in result) return [`${question}: ${result.failed}`];
  return [
    ...Object.entries(result.stacks).map(([stack, figures]) => `${question}, ${stackLine(stack, figures)}`),
    ...Object.entries(result.missing).map(([peer, reason]) => `${question}, ${peer}: ${reason}`),
  ];
}

function stackLine(stack: string, { requestsPerSecond, medianMs, p99Ms, cpuMicrosecondsPerRequest: cpu }: StackFigures): string {
  const times = medianMs === null ? '' : `, median ${medianMs} ms, p99 ${p99Ms} ms`;
  const processor = cpu === null ? '' : `, ${cpu} us of processor each`;
  return `${stack}: ${requestsPerSecond} requests/s${times}${processor}`;
}
