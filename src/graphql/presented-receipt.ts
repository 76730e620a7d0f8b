import { bilingual } from '../policy/bilingual.js';
import { Failure } from '../policy/failure.js';
import type { PresentedReceipt } from '../policy/receipt-check.js';

/** Longest canonical text that is looked at, in characters: ours, not the notices'. */
const CANONICAL_MAX = 500_000;

/**
 * A receipt as it was handed in, if it is short enough to be looked at. Throws BAD_USER_INPUT naming `canonical`.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function presentedReceipt(receipt: PresentedReceipt): PresentedReceipt {
  const { length } = receipt.canonical;
  if (length <= CANONICAL_MAX) return receipt;
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `canonical：最多 ${CANONICAL_MAX} 个字符，收到的有 ${length} 个。请把问题分成几个较小的问题，各取回执。`,
      `canonical: at most ${CANONICAL_MAX} characters; found ${length}. Ask in smaller parts and check the receipt of each.`,
    ),
    'canonical',
  );
}
