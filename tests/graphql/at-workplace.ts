import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import { serviceContext } from '../../src/graphql/service-context.js';
import type { Workplace } from '../../src/operations/acting/perform.js';
import type { Actor } from '../../src/policy/access/actor.js';

const schema = buildServiceSchema();

/** The data that somebody gets from a workplace with a database; rejects with the first failure. */
export async function askAs<Data>(workplace: Workplace, actor: Actor | null, source: string, variableValues: object = {}): Promise<Data> {
  const contextValue = serviceContext({ language: 'zh', actor, requestId: 'test' }, workplace);
  const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** A mutation with one input and a key of its own, unless one is given; `selection` is of its payload. */
export async function mutateAs<Payload>(
  workplace: Workplace,
  actor: Actor | null,
  mutation: string,
  input: object,
  selection: string,
): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const source = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`;
  const answer = await askAs<Record<string, Payload>>(workplace, actor, source, { input: { idempotencyKey: randomUUID(), ...input } });
  return answer[mutation] as Payload;
}
