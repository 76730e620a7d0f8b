import type { Pool } from '../../ledger/place-accounts.js';
import { holdExpiresAt } from '../../policy/quota-mode.js';
import type { Act } from '../acting/act.js';

/**
 * The instant at which a hold made now expires for a region, by the reading of `quota.holdExpiry` in force for it today; null: it does not. A reading that begins
 * later leaves it alone.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const holdExpiry = ({ desk, today, at }: Pick<Act, 'desk' | 'today' | 'at'>, { regionCode }: Pool): string | null =>
  holdExpiresAt(desk.ruleBook({ on: today, region: regionCode }), at);
