import { type DocumentNode, Kind } from 'graphql';
import type { Refusal } from '../answer.js';
import { limitRefusal } from './limit-refusal.js';

/** A request longer than this, in characters, carries a list that is worth a calculation of its own. */
const LENGTH_MAX = 32_768;

/** Whether a request is so long that it may ask only one thing. */
export const isLargeRequest = (length: number): boolean => length > LENGTH_MAX;

/**
 * A large request may ask one root field: ten calculations over the same long list would hold up everybody else.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function largeRequestRefusal(document: DocumentNode): Refusal | null {
  const asked = Math.max(
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections.length : 0,
    ),
  );
  const isFragment = document.definitions.some(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  if (asked <= 1 && !isFragment) return null;
  return limitRefusal(
    'REQUEST_TOO_COSTLY',
    `超过 ${LENGTH_MAX} 个字符的请求一次只能问一个字段，且不用片段；请分开提问。`,
    `A request of more than ${LENGTH_MAX} characters may ask one field at a time, without fragments; ask separately.`,
    1,
    asked,
  );
}
