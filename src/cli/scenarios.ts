import { Command } from 'commander';
import { reportFailure } from './report-failure.js';
import { runScenarioFiles } from './scenarios/run-scenario-files.js';

const program = new Command('scenarios')
  .description(
    'Runs scenario files through the GraphQL API of a running service, or of one that it starts.\n通过 GraphQL 接口运行算例文件；未给 --url 时自行启动服务。',
  )
  .argument('<files...>', 'scenario files (JSON)')
  .option('--url <url>', 'address of a running service, such as http://127.0.0.1:4000')
  .option('--on <day>', 'the day whose rules apply, for every case')
  .action(async (files: string[], options: { url?: string; on?: string }) => {
    process.exitCode = await runScenarioFiles(files, { url: options.url ?? null, on: options.on ?? null });
  });

program.parseAsync().catch((problem: unknown) => {
  reportFailure(problem);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
