import type { Operation } from '../operations/acting/act.js';
import { perform } from '../operations/acting/perform.js';
import type { ServiceContext } from './service-context.js';
import type { PayloadType } from './types/payload.type.js';
import { userErrorView } from './types/user-error.type.js';

/**
 * Performs an operation for the caller and gives its payload: in `field` what was done, as `view` shows it, or why nothing was.
 * Source: our design, docs/decisions/0004-errors.md
 */
export async function payloadOf<Input, Done, Shown extends object>(
  context: ServiceContext,
  field: string,
  operation: Operation<Input, Done>,
  input: unknown,
  view: (done: Done) => Shown,
): Promise<PayloadType> {
  const { done, refusals, isReplayed } = await perform(context.workplace, operation, context.actor, input);
  return {
    [field]: done === null ? null : view(done),
    userErrors: refusals.map((refusal) => userErrorView(refusal, context.language)),
    replayed: isReplayed,
  };
}
