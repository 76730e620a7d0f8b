import { permitted } from '../operations/acting/permitted.js';
import { hasRole } from '../policy/access/actor.js';
import { type PrivateQuery, readersOf } from '../policy/access/query-rights.js';
import { NO_REACH, type Reach, reachOf } from '../policy/access/reach.js';
import type { RequestContext } from './context.js';

/** How far the caller's roles reach behind a query. Throws UNAUTHENTICATED, FORBIDDEN. */
export const reachFor = ({ actor }: RequestContext, query: PrivateQuery): Reach =>
  reachOf(permitted(actor, readersOf(query)), readersOf(query));

/** The same for a field beneath an object that the caller sees already: a role that may not read on finds nothing there. */
export const quietReachFor = ({ actor }: RequestContext, query: PrivateQuery): Reach =>
  actor === null || !hasRole(actor, readersOf(query)) ? NO_REACH : reachOf(actor, readersOf(query));
