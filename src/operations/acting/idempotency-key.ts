import { z } from 'zod';
import { expects, parseInput } from '../../policy/input.js';

const EXPECTED = expects(
  '应为 8 至 200 个字符的唯一键，如 UUID；只用字母、数字和 . _ : -',
  'a unique key of 8 to 200 characters such as a UUID; only letters, digits and . _ : -',
);
const keyed = z.looseObject({ idempotencyKey: z.string({ error: EXPECTED }).regex(/^[\w.:-]{8,200}$/u, EXPECTED) });

/**
 * Takes an input apart: its idempotency key and the rest. Throws BAD_USER_INPUT.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export function idempotencyKeyOf(raw: unknown): { readonly key: string; readonly rest: unknown } {
  const { idempotencyKey: key, ...rest } = parseInput(keyed, raw);
  return { key, rest };
}
