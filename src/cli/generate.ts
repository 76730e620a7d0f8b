import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { buildServiceSchema } from '../graphql/schema.js';
import { readSeedFiles } from '../store/seed-files.js';
import { policyDocument } from './generate/policy-document.js';
import { schemaDocument } from './generate/schema-document.js';

const program = new Command('generate')
  .description(
    'Writes schema/schema.graphql and docs/POLICY.md from the code and the seeds.\n由代码和种子数据生成 schema/schema.graphql 与 docs/POLICY.md。',
  )
  .option('--check', 'change nothing; fail when a file is not what would be written')
  .action(({ check }: { check?: boolean }) => {
    const documents = [
      { path: 'schema/schema.graphql', text: schemaDocument(buildServiceSchema()) },
      { path: 'docs/POLICY.md', text: policyDocument(readSeedFiles()) },
    ];
    for (const { path, text } of documents) {
      if (check !== true) writeFileSync(path, text);
      else if (readFileSync(path, 'utf8') !== text) {
        console.error(`${path} is not what the code gives. Run: npm run generate`);
        process.exitCode = 1;
      }
    }
  });

program.parse();
