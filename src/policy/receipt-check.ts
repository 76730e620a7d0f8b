import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { isCalendarDay } from './calendar-day.js';
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
    on: z.string().refine(isCalendarDay),
    knownAt: z.string().nullable(),
    region: z.string().nullable(),
  }),
  input: z.unknown(),
  outcome: z.unknown(),
  explanation: z.unknown(),
});

/** Whether the hash is that of the text and the text is canonical. It is no signature: only a replay proves the answer. */
export function isIntact({ hash, canonical }: PresentedReceipt): boolean {
  const value = parsed(canonical);
  return value !== undefined && sha256(canonical) === hash && canonicalText(value) === canonical;
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

/** The value of a canonical text; undefined where it is no JSON, nests too deep or has no canonical form, and so is no receipt. */
function parsed(text: string): unknown {
  if (depthOf(text) > DEPTH_MAX) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    canonicalText(value);
    return value;
  } catch {
    return undefined; // no JSON, or a text that has no canonical form: the caller says so in words
  }
}

/** How deep brackets nest outside the texts of a JSON. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of json.replace(/"(?:[^"\\]|\\.)*"/gu, '')) {
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
