import 'reflect-metadata';
import { type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardRootFields } from './access/guard-root-fields.js';
import { calculatorResolvers } from './calculator-resolvers.js';
import { resolveDirectly } from './direct-resolvers.js';
import { governanceResolvers } from './governance-resolvers.js';
import { moneyResolvers } from './money-resolvers.js';
import { planningResolvers } from './planning-resolvers.js';
import { quoteResolvers } from './quote-resolvers.js';
import { referenceResolvers } from './reference-resolvers.js';
import { claimResolvers } from './claim-resolvers.js';
import { trainingResolvers } from './training-resolvers.js';
import { proposedChangeTypes } from './types/proposed-change.type.js';
import { userErrorTypes } from './types/user-error.type.js';

/**
 * The schema of the service. Inputs are checked by the rules themselves, so type-graphql validates nothing.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function buildServiceSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ...referenceResolvers,
      ...calculatorResolvers,
      ...planningResolvers,
      ...trainingResolvers,
      ...claimResolvers,
      ...moneyResolvers,
      ...quoteResolvers,
      ...governanceResolvers,
    ],
    orphanedTypes: [...userErrorTypes, ...proposedChangeTypes],
    validate: false,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql makes this lookup asynchronous, and compiled documents want it at once: every view of ours carries its type name.
    if (isInterfaceType(type)) type.resolveType = (value: { readonly __typename: string }) => value.__typename;
    if (isObjectType(type) && type.name.endsWith('Connection')) countWhenAsked(type);
  }
  resolveDirectly(schema);
  guardRootFields(schema);
  return schema;
}

/** A list from the database is counted only where its total is asked for; one from memory knows it already. */
function countWhenAsked(connection: GraphQLObjectType): void {
  const field = connection.getFields()['totalCount'];
  if (field === undefined) return;
  field.resolve = (list: { readonly totalCount: number | (() => Promise<number>) }) =>
    typeof list.totalCount === 'function' ? list.totalCount() : list.totalCount;
}
