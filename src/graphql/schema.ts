import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { calculatorResolvers } from './calculator-resolvers.js';
import { planningResolvers } from './planning-resolvers.js';
import { referenceResolvers } from './reference-resolvers.js';

/**
 * The schema of the service. Inputs are checked by the rules themselves, so type-graphql validates nothing.
 * Source: our design, docs/decisions/0003-transport.md
 */
export const buildServiceSchema = (): GraphQLSchema =>
  buildSchemaSync({ resolvers: [...referenceResolvers, ...calculatorResolvers, ...planningResolvers], validate: false });
