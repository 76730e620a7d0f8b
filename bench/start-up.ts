import { join } from 'node:path';
import { median, rounded } from './median.js';
import { builtProgram, withTemporaryFolder } from './places.js';
import { startServer } from './server-process.js';

export interface StartUpOptions {
  readonly times: number;
  readonly report: (line: string) => void;
}

export interface StartUpResult {
  /** no data folder yet: database made, migrations, seeds */
  readonly coldSeconds: number;
  /** the data folder of the start before */
  readonly warmSeconds: number;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

/** How long the built service takes from the start of its process to its first answer to an estimate, medians of a few starts. */
export async function measureStartUp({ times, report }: StartUpOptions): Promise<StartUpResult> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let turn = 1; turn <= times; turn += 1) {
    await withTemporaryFolder(async (folder) => {
      cold.push(await startSeconds(join(folder, 'data')));
      warm.push(await startSeconds(join(folder, 'data')));
    });
    report(`start-up: turn ${turn} of ${times}, cold ${cold.at(-1)} s, warm ${warm.at(-1)} s`);
  }
  return { coldSeconds: rounded(median(cold)), warmSeconds: rounded(median(warm)), cold, warm };
}

async function startSeconds(dataFolder: string): Promise<number> {
  const server = await startServer({ name: 'service', command: [builtProgram('src/main.js')], environment: { DATA_DIR: dataFolder } });
  await server.stop();
  return rounded(server.startSeconds);
}
