import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { startService } from '../start-service.js';
import { askOver } from './ask.js';
import { type AskGraphql, runScenario, type ScenarioResult } from './run-scenario.js';
import { readScenarios } from './scenario-file.js';

export interface ScenarioOptions {
  /** a running service, or null to start one */
  readonly url: string | null;
  /** the day whose rules apply to every case, or null for that of the worked examples */
  readonly on: string | null;
}

/** Runs files, prints a line per case and the summary `N passed, N failed`, and gives the exit code: 0 when all passed. */
export async function runScenarioFiles(files: readonly string[], options: ScenarioOptions): Promise<0 | 1> {
  const scenarios = files.flatMap(readScenarios);
  const service = options.url === null ? await startOwnService() : { url: options.url, stop: async () => {} };
  try {
    const results = await runAll(scenarios, askOver(service.url), options.on);
    const failed = results.filter(({ passed }) => !passed).length;
    for (const result of results) printResult(result);
    console.log(`${results.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await service.stop();
  }
}

async function runAll(scenarios: ReturnType<typeof readScenarios>, ask: AskGraphql, on: string | null): Promise<ScenarioResult[]> {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: '{bar} {value}/{total} {id}', stream: process.stderr, clearOnComplete: true })
    : null;
  bar?.start(scenarios.length, 0, { id: '' });
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    results.push(await runScenario(scenario, ask, on));
    bar?.increment({ id: scenario.id });
  }
  bar?.stop();
  return results;
}

function printResult({ scenario, passed, complaints }: ScenarioResult): void {
  console.log(`${passed ? 'pass' : 'FAIL'}  ${scenario.id}  ${scenario.title}`);
  for (const complaint of complaints)
    console.log(`      ${complaint}${scenario.norms.length === 0 ? '' : `  [${scenario.norms.join('; ')}]`}`);
}

async function startOwnService() {
  const dataDir = await mkdtemp(join(tmpdir(), 'scenarios-'));
  const service = await startService(
    {
      ...process.env,
      MODE: 'development',
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '0',
    },
    () => new Date(),
  );
  return {
    url: service.url,
    stop: async () => {
      await service.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
