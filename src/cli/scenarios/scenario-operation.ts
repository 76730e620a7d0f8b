type Input = Readonly<Record<string, unknown>>;

/** How one `op` of a scenario file is asked through the API, and how the API's words become the file's. */
export interface ScenarioOperation<Answer = never> {
  readonly query: string;
  readonly variables: (input: Input, on: string) => Record<string, unknown>;
  readonly answer: (data: Answer, input: Input) => Record<string, unknown>;
}

/** An operation whose answer type is known where it is written and forgotten in the table. */
export const scenarioOperation = <Answer>(operation: ScenarioOperation<Answer>): ScenarioOperation =>
  operation as unknown as ScenarioOperation;

/** The query of an operation that has one input. */
export const asked = (field: string, type: string, fields: string): string =>
  `query Ask($input: ${type}!) { ${field}(input: $input) { ${fields} } }`;
