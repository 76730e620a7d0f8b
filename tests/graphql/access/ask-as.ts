import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { serviceContext } from '../../../src/graphql/service-context.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { Failure } from '../../../src/policy/failure.js';

/** What a caller got: data, and each error with all that a caller could read of it. */
export interface Told {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly code: string; readonly field: string | null; readonly said: unknown }[];
}

const documents = new Map<string, DocumentNode>();

/** The document of a source, validated once: the walk asks the same ones of every caller. */
function documentOf(schema: GraphQLSchema, source: string): DocumentNode {
  const known = documents.get(source);
  if (known !== undefined) return known;
  const document = parse(source);
  const [problem] = validate(schema, document);
  if (problem !== undefined) throw problem;
  documents.set(source, document);
  return document;
}

/** Asks as a caller, through the schema and a real workplace. */
export async function askAs(
  schema: GraphQLSchema,
  workplace: Workplace,
  actor: Actor | null,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Told> {
  const contextValue = serviceContext({ language: 'zh', actor, requestId: 'walk' }, workplace);
  const { data, errors = [] } = await execute({ schema, document: documentOf(schema, source), variableValues, contextValue });
  return {
    data: data === null || data === undefined ? null : (JSON.parse(JSON.stringify(data)) as Record<string, unknown>),
    errors: errors.map(({ message, originalError }) => {
      if (originalError instanceof Failure) {
        const { code, field, text, facts } = originalError;
        return { code, field, said: [text, facts] };
      }
      return { code: originalError === undefined ? 'GRAPHQL' : 'INTERNAL', field: null, said: [message, originalError?.stack] };
    }),
  };
}

/** The codes of the errors, each once, with what is behind it where it is a fault of ours; OK for none. */
export const codeOf = ({ errors }: Told): string =>
  [
    ...new Set(
      errors.map(({ code, said }) => (code === 'INTERNAL' || code === 'GRAPHQL' ? `${code} ${JSON.stringify(said).slice(0, 600)}` : code)),
    ),
  ].join(' ') || 'OK';
