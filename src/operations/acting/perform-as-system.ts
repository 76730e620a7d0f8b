import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalText } from '../../policy/canonical.js';
import { ENGINE_VERSION } from '../../policy/engine-version.js';
import { nextId, writeEntry } from '../../store/audit-log.js';
import { keyedHash } from '../../store/keys/keyed-hash.js';
import { dayInShanghai } from '../clock.js';
import type { ActRecord } from './act.js';
import type { Workplace } from './perform.js';
import { inTransaction, TRANSACTION_LIMITS } from './transaction.js';

/** Who acts when nobody asked: the service's own timers. */
export const SYSTEM = 'SYSTEM';

/** What the service works with when it acts by itself: one transaction and one instant. */
export interface SystemAct {
  readonly manager: EntityManager;
  /** ISO instant in UTC */
  readonly at: string;
  /** writes the entry of what is about to be done, among the facts of a year, and gives its id; not called, nothing is left behind */
  readonly enter: (year: number, record: ActRecord) => Promise<string>;
}

/**
 * Does something that no caller asked for, such as letting holds lapse: in one transaction, with an entry of its own whose actor is SYSTEM. It carries no key,
 * so that what it does must be harmless when done again. Throws BUSY, DEADLINE_EXCEEDED.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const performAsSystem = <Result>(
  { dataSource, clock, desk, keys, limits }: Workplace,
  kind: string,
  run: (act: SystemAct) => Promise<Result>,
): Promise<Result> =>
  inTransaction(dataSource, limits ?? TRANSACTION_LIMITS, async (manager) => {
    const at = clock().toISOString();
    const on = dayInShanghai(new Date(at));
    const enter = async (year: number, record: ActRecord): Promise<string> => {
      const id = await nextId(manager, year);
      const { region, subjects, clauses = [], amounts = {}, details = {} } = record;
      await writeEntry(manager, {
        id,
        at,
        kind,
        tenant: SYSTEM,
        region,
        actor: SYSTEM,
        approved: null,
        reversalOf: null,
        rules: { engine: ENGINE_VERSION, book: desk.ruleBook({ on }).hash, on },
        clauses,
        subjects,
        amounts,
        details,
        inputDigest: createHash('sha256').update(canonicalText({})).digest('hex'),
        idempotencyHash: keyedHash(keys, canonicalText([SYSTEM, kind, id])),
      });
      return id;
    };
    return run({ manager, at, enter });
  });
