import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { invariant } from '../../money/invariant.js';
import { permitted } from '../../operations/acting/permitted.js';
import type { Role } from '../../policy/access/actor.js';
import { isPrivate, readersOf } from '../../policy/access/query-rights.js';
import { isOperation, rightsOf } from '../../policy/access/rights.js';
import type { RequestContext } from '../context.js';

type RootField = GraphQLField<unknown, RequestContext>;

/**
 * Puts the tables of rights before every root field: a private query and a mutation ask for the caller's role before anything of theirs runs, whatever their
 * resolvers ask again. A public query is left as it is. Throws where a mutation has no rights, or where there is a subscription, which no table knows.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export function guardRootFields(schema: GraphQLSchema): void {
  invariant(!schema.getSubscriptionType(), 'there are no rights for subscriptions');
  for (const query of rootFields(schema.getQueryType())) {
    if (isPrivate(query.name)) guard(query, readersOf(query.name));
  }
  for (const mutation of rootFields(schema.getMutationType())) {
    invariant(isOperation(mutation.name), `the mutation ${mutation.name} stands in no table of rights`);
    guard(mutation, rightsOf(mutation.name));
  }
}

const rootFields = (type: { getFields(): Readonly<Record<string, RootField>> } | null | undefined): readonly RootField[] =>
  Object.values(type?.getFields() ?? {});

function guard(field: RootField, roles: readonly Role[]): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (root, values, context, info) => {
    permitted(context.actor, roles);
    return resolve(root, values, context, info) as unknown;
  };
}
