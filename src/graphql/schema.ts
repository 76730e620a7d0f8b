import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { SubsidyEstimateResolver } from './subsidy-estimate.resolver.js';

/**
 * The schema of the service. Inputs are checked by the rules themselves, so type-graphql validates nothing.
 * Source: our design, docs/decisions/0003-transport.md
 */
export const buildServiceSchema = (): GraphQLSchema => buildSchemaSync({ resolvers: [SubsidyEstimateResolver], validate: false });
