import type { BatchResult } from './batch.js';
import type { EstimateResult, StackFigures } from './estimate.js';
import type { StartUpResult } from './start-up.js';

interface Failed {
  readonly failed: string;
}

interface Measured {
  readonly estimate: EstimateResult | Failed;
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
};

/** What was measured: the ratios, everything behind them, and both in words. */
export function summary({ estimate, batch, startUp }: Measured): Summary {
  const measured = 'failed' in estimate ? null : estimate.ratios;
  const ratios = Object.fromEntries(Object.keys(GOALS).map((name) => [name, measured?.[name] ?? null]));
  const raw = {
    'batch-lines-per-s': 'failed' in batch ? null : batch.linesPerSecond,
    'startup-cold-s': 'failed' in startUp ? null : startUp.coldSeconds,
    'startup-warm-s': 'failed' in startUp ? null : startUp.warmSeconds,
    estimate: 'failed' in estimate ? estimate : { cpuRatios: estimate.cpuRatios, stacks: estimate.stacks, missing: estimate.missing },
    batch,
    startUp,
  };
  const lines = [
    ...estimateLines(estimate),
    ...Object.entries(GOALS).map(([name, goal]) => `${name}: ${ratios[name] ?? 'not measured'} (${goal})`),
    'failed' in batch
      ? `batch: ${batch.failed}`
      : `batch: ${batch.linesPerSecond} lines/s (goal 1000000), ${batch.linesPerCpuSecond} per processor second; making the lines took ${batch.creationSeconds} s`,
    'failed' in startUp
      ? `start-up: ${startUp.failed}`
      : `start-up to the first answer: cold ${startUp.coldSeconds} s (aim 8), warm ${startUp.warmSeconds} s (aim 2)`,
  ];
  return { ratios, raw, lines };
}

function estimateLines(estimate: EstimateResult | Failed): string[] {
  if ('failed' in estimate) return [`estimate: ${estimate.failed}`];
  return [
    ...Object.entries(estimate.stacks).map(([stack, figures]) => stackLine(stack, figures)),
    ...Object.entries(estimate.missing).map(([peer, reason]) => `${peer}: ${reason}`),
  ];
}

function stackLine(stack: string, { requestsPerSecond, medianMs, p99Ms, cpuMicrosecondsPerRequest: cpu }: StackFigures): string {
  const processor = cpu === null ? '' : `, ${cpu} us of processor each`;
  return `${stack}: ${requestsPerSecond} requests/s, median ${medianMs} ms, p99 ${p99Ms} ms${processor}`;
}
