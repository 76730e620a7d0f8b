import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ScenarioProblem } from './scenario-problem.js';

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

/** The cases of a scenario file. Throws a ScenarioProblem naming the file when it cannot be read or is of another form. */
export function readScenarios(path: string): readonly Scenario[] {
  const parsed = scenarioFile.safeParse(jsonOf(path));
  if (parsed.success) return parsed.data.examples;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new ScenarioProblem(
    `${path}：${place} 不符合格式。算例文件的格式为 {"examples": [{"id", "op", "input", "expected"}]}。`,
    `${path}: ${place} is not of the right form. A scenario file holds {"examples": [{"id", "op", "input", "expected"}]}.`,
  );
}

function jsonOf(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    const reason = String((problem as NodeJS.ErrnoException).code);
    throw new ScenarioProblem(`读不到文件 ${path}（${reason}）。请检查路径。`, `Cannot read ${path} (${reason}). Check the path.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ScenarioProblem(`${path} 不是完整的 JSON。`, `${path} is not complete JSON.`);
  }
}
