import type { Workplace } from '../operations/acting/perform.js';
import type { RuleDesk } from '../operations/rule-desk.js';
import type { Caller, RequestContext } from './context.js';
import { Loaders } from './loaders.js';

/** What every resolver of the service gets. */
export interface ServiceContext extends RequestContext<RuleDesk> {
  readonly workplace: Workplace;
  /** look-ups of this one request, collected into few statements */
  readonly loaders: Loaders;
}

class ContextOfRequest implements ServiceContext {
  readonly language: Caller['language'];
  readonly actor: Caller['actor'];
  readonly requestId: string;
  readonly desk: RuleDesk;
  /** Not a # field: Apollo Server answers on a copy of the context, which would not have it. */
  private made: Loaders | null = null;

  constructor(
    { language, actor, requestId }: Caller,
    readonly workplace: Workplace,
  ) {
    this.language = language;
    this.actor = actor;
    this.requestId = requestId;
    this.desk = workplace.desk;
  }

  /** Made when the first look-up asks for it: most requests need none. */
  get loaders(): Loaders {
    this.made ??= new Loaders(this.workplace);
    return this.made;
  }
}

/** The context of one request. */
export const serviceContext = (caller: Caller, workplace: Workplace): ServiceContext => new ContextOfRequest(caller, workplace);
