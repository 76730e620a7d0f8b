import {
  type DocumentNode,
  getOperationAST,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { SLOT_PREFIX, withArgumentSlots } from './argument-slots.js';
import { compileVariables } from './compile-coercion.js';

type Variables = Readonly<Record<string, unknown>>;

/** Runs a compiled query; the body of the answer, or null where anything was not plain success. */
export type CompiledDocument<Context> = (context: Context, variables: Variables) => string | null | Promise<string | null>;

/** Values are coerced before the compiled query sees them; this type takes them as they are. */
const ALREADY_COERCED = new GraphQLScalarType({ name: 'AlreadyCoerced', serialize: (value) => value, parseValue: (value) => value });

/**
 * The schema in which documents are compiled: the service's own, and the type of values that need no more coercion.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function schemaForCompiling(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, ALREADY_COERCED], assumeValid: true });
}

/**
 * Compiles one query of a validated document. graphql-jit only selects and completes; variables and arguments are coerced before it, as graphql-js does.
 * Null when the document holds what we do not compile: another kind of operation, directives, introspection, arguments on an
 * abstract type, or whatever graphql-jit refuses.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function compileDocument<Context>(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): Promise<CompiledDocument<Context> | null> {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || !isPlain(document)) return null;
  const slotted = withArgumentSlots(schema, document);
  if (slotted === null) return null;
  const names = [...variableNames(operation), ...slotted.slotNames];
  const prepared = visit(slotted.document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: passedThrough(names, node) }),
  });
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const compiled = compileQuery(schema, prepared, operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;

  const coerce = compileVariables(schema, operation.variableDefinitions ?? []);
  return (context, variables) => {
    const coerced = coerce(variables);
    if (coerced === null) return null;
    const result = compiled.query(undefined, context, slotted.fill(coerced));
    return result instanceof Promise ? result.then(bodyOf) : bodyOf(result);
  };
}

const bodyOf = (result: { readonly errors?: unknown }): string | null => (result.errors === undefined ? JSON.stringify(result) : null);

/** Whether a document has neither directives nor introspection nor a name that is ours. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive: () => {
      plain = false;
    },
    Field: ({ name }) => {
      if (name.value.startsWith('__') && name.value !== '__typename') plain = false;
    },
    Variable: ({ name }) => {
      if (name.value.startsWith(SLOT_PREFIX)) plain = false;
    },
  });
  return plain;
}

const variableNames = (operation: OperationDefinitionNode): string[] =>
  (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);

const passedThrough = (names: readonly string[], operation: OperationDefinitionNode): VariableDefinitionNode[] =>
  names.map((name) => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ALREADY_COERCED.name } },
    ...(operation.loc && { loc: operation.loc }),
  }));
