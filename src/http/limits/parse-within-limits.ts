import { type DocumentNode, parse } from 'graphql';
import type { Refusal } from '../answer.js';
import { limitRefusal, type LimitRule } from './limit-refusal.js';
import { maxAliases } from './max-aliases.js';
import { maxDepth } from './max-depth.js';
import { maxDirectives } from './max-directives.js';
import { maxFields } from './max-fields.js';
import { maxRepeatedRootFields } from './max-repeated-root-fields.js';

/** Longest document, in tokens of the GraphQL grammar. */
export const TOKENS_MAX = 2000;

const RULES: readonly LimitRule[] = [maxDirectives, maxAliases, maxDepth, maxFields, maxRepeatedRootFields];

/** A document within every bound, a refusal, or text that does not parse and is worded by the pipeline behind. */
export type BoundedDocument =
  | { readonly kind: 'document'; readonly document: DocumentNode }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unparsed' };

/**
 * Parses a query and checks what it may ask, before anything else looks at it: the parser stops at the 2001st token and each rule
 * costs no more than the text is long.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function parseWithinLimits(query: string): BoundedDocument {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: TOKENS_MAX });
  } catch (error) {
    const isTooLong = error instanceof Error && error.message.includes(`more that ${TOKENS_MAX} tokens`);
    return isTooLong ? { kind: 'refused', refusal: TOO_LONG } : { kind: 'unparsed' };
  }
  for (const rule of RULES) {
    const refusal = rule(document);
    if (refusal !== null) return { kind: 'refused', refusal };
  }
  return { kind: 'document', document };
}

const TOO_LONG = limitRefusal(
  'QUERY_TOO_LONG',
  `查询超过 ${TOKENS_MAX} 个词法单元；请缩短，或把数据放进变量。`,
  `The query has more than ${TOKENS_MAX} tokens; shorten it, or put data into variables.`,
  TOKENS_MAX,
  Number.NaN,
);
