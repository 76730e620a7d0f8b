import type { GraphQLObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Arguments = Readonly<Record<string, unknown>>;
type Pick = (values: Arguments, context: unknown) => unknown;
type Method = (...parameters: readonly unknown[]) => unknown;

/**
 * Lets the fields of a query type call their resolver methods at once, with the arguments as graphql-js coerced them. type-graphql would copy every input
 * into class instances for a validation that the rules make themselves. A method with parameters of another kind keeps type-graphql's own resolver.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function resolveDirectly(query: GraphQLObjectType): void {
  const fields = query.getFields();
  for (const { schemaName, methodName, target, params = [] } of getMetadataStorage().queries) {
    const field = fields[schemaName];
    const picks = [...params].sort((a, b) => a.index - b.index).map(pickOf);
    if (field === undefined || picks.includes(null)) continue;
    const resolver = new (target as new () => Record<string, Method>)();
    field.resolve = (_root, values: Arguments, context) => resolver[methodName]?.(...picks.map((pick) => pick?.(values, context)));
  }
}

type Parameter = NonNullable<ReturnType<typeof getMetadataStorage>['queries'][number]['params']>[number];

function pickOf(parameter: Parameter): Pick | null {
  if (parameter.kind === 'arg') {
    const { name } = parameter;
    return (values) => values[name] ?? null;
  }
  if (parameter.kind === 'args') return (values) => values;
  return parameter.kind === 'context' && parameter.propertyName === undefined ? (_values, context) => context : null;
}
