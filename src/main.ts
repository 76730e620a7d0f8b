import { type RunningService, startService } from './cli/start-service.js';
import { reportFailure } from './cli/report-failure.js';
import { readStartArguments } from './cli/start-arguments.js';

let service: RunningService | null = null;
let isStopping = false;

/** First signal: answer what is in flight and stop. Second: go at once. */
function onSignal(): void {
  if (isStopping) process.exit(1);
  isStopping = true;
  (service?.stop() ?? Promise.resolve()).then(() => process.exit(0), fail);
}

function fail(problem: unknown): void {
  reportFailure(problem);
  process.exit(1);
}

process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
try {
  const { isDemo, clockAt } = readStartArguments(process.argv.slice(2));
  service = await startService(process.env, () => new Date(), clockAt, isDemo);
  process.stdout.write(`${service.url}\n`);
} catch (problem) {
  fail(problem);
}
