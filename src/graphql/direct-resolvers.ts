import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Arguments = Readonly<Record<string, unknown>>;
type Pick = (values: Arguments, context: unknown, info: unknown) => unknown;
type Method = (...parameters: readonly unknown[]) => unknown;

/**
 * Lets queries and mutations call their resolver methods at once, with the arguments as graphql-js coerced them. type-graphql would copy every input
 * into class instances for a validation that the rules make themselves. A method with parameters of another kind keeps type-graphql's own resolver.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const { queries, mutations } = getMetadataStorage();
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  for (const { schemaName, methodName, target, params = [] } of [...queries, ...mutations]) {
    const field = fields[schemaName];
    const picks = [...params].sort((a, b) => a.index - b.index).map(pickOf);
    if (field === undefined || picks.includes(null)) continue;
    const resolver = new (target as new () => Record<string, Method>)();
    field.resolve = (_root, values: Arguments, context, info) =>
      resolver[methodName]?.(...picks.map((pick) => pick?.(values, context, info)));
  }
}

type Parameter = NonNullable<ReturnType<typeof getMetadataStorage>['queries'][number]['params']>[number];

function pickOf(parameter: Parameter): Pick | null {
  if (parameter.kind === 'arg') {
    const { name } = parameter;
    return (values) => values[name] ?? null;
  }
  if (parameter.kind === 'args') return (values) => values;
  if (parameter.kind === 'info') return (_values, _context, info) => info;
  return parameter.kind === 'context' && parameter.propertyName === undefined ? (_values, context) => context : null;
}
