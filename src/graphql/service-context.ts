import type { RuleDesk } from '../operations/rule-desk.js';
import type { RequestContext } from './context.js';

/** What every resolver of the service gets. */
export type ServiceContext = RequestContext<RuleDesk>;
