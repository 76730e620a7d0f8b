import { readFileSync } from 'node:fs';
import { z } from 'zod';

const example = z.object({
  id: z.string(),
  group: z.string().default(''),
  title: z.string().default(''),
  op: z.string(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  norms: z.array(z.string()).default([]),
});
const scenarioFile = z.object({ meta: z.record(z.string(), z.unknown()).default({}), examples: z.array(example) });

export type Scenario = z.infer<typeof example>;

/** The cases of a scenario file. Throws an error in words when the file cannot be read or is of another form. */
export function readScenarios(path: string): readonly Scenario[] {
  const parsed = scenarioFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data.examples;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. A scenario file holds {"examples": [{"id", "op", "input", "expected"}]}.`,
  );
}
