import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { canonicalText, sha256 } from './canonical.js';
import { Failure } from './failure.js';
import type { ReceiptBody } from './receipt.js';

/** A receipt as somebody hands it in. */
export interface PresentedReceipt {
  readonly hash: string;
  readonly canonical: string;
}

const body = z.object({
  engineVersion: z.string(),
  rule: z.string().regex(/^[A-Za-z]+@\d+$/),
  ruleBook: z.object({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    knownAt: z.string().nullable(),
    region: z.string().nullable(),
  }),
  input: z.unknown(),
  outcome: z.unknown(),
  explanation: z.unknown(),
});

/** Whether the hash is that of the text and the text is canonical: then not a byte was changed since it was issued. */
export function isIntact({ hash, canonical }: PresentedReceipt): boolean {
  if (sha256(canonical) !== hash) return false;
  const value = parsed(canonical);
  return value !== undefined && canonicalText(value) === canonical;
}

/** What a receipt says of itself. Throws RECEIPT_MALFORMED when the text is no receipt. */
export function receiptBody({ canonical }: PresentedReceipt): ReceiptBody {
  const result = body.safeParse(parsed(canonical));
  if (result.success) return result.data as ReceiptBody;
  throw new Failure(
    'RECEIPT_MALFORMED',
    bilingual(
      'canonical 不是本服务的回执。请原样提交回执中的 canonical 文本。',
      'canonical is no receipt of this service. Hand in the canonical text of the receipt unchanged.',
    ),
    'canonical',
  );
}

/** Deeper than any receipt: explanations nest a handful of steps. */
const DEPTH_MAX = 64;

function parsed(text: string): unknown {
  if (depthOf(text) > DEPTH_MAX) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON, so not a receipt: the callers say so in words
  }
}

/** How deep brackets nest, those inside texts counted too: never less than the JSON's own depth where it matters. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

export interface Change {
  /** such as `outcome.lines[0].amount` */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const CHANGES_MAX = 50;

/** Where two JSON values differ, at most fifty places, in the order of their paths. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (canonicalOf(before) === canonicalOf(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ path, before: canonicalOf(before), after: canonicalOf(after) }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const below = (key: string) => (Array.isArray(before) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  return keys.flatMap((key) => changesBetween(before[key], after[key], below(key))).slice(0, CHANGES_MAX);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const canonicalOf = (value: unknown): string => (value === undefined ? '(none)' : canonicalText(value));
