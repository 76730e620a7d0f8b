import 'reflect-metadata';
import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { calculatorResolvers } from './calculator-resolvers.js';
import { resolveDirectly } from './direct-resolvers.js';
import { planningResolvers } from './planning-resolvers.js';
import { referenceResolvers } from './reference-resolvers.js';

/**
 * The schema of the service. Inputs are checked by the rules themselves, so type-graphql validates nothing.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function buildServiceSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: [...referenceResolvers, ...calculatorResolvers, ...planningResolvers], validate: false });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql makes this lookup asynchronous, and compiled documents want it at once: every view of ours carries its type name.
    if (isInterfaceType(type)) type.resolveType = (value: { readonly __typename: string }) => value.__typename;
  }
  const query = schema.getQueryType();
  if (query) resolveDirectly(query);
  return schema;
}
