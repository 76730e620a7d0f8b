import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { decideRepeat } from '../../ledger/idempotency.js';
import type { Actor } from '../../policy/access/actor.js';
import { reachOf, tenantOf } from '../../policy/access/reach.js';
import { rightsOf } from '../../policy/access/rights.js';
import { bilingual } from '../../policy/bilingual.js';
import { canonicalText } from '../../policy/canonical.js';
import { ENGINE_VERSION } from '../../policy/engine-version.js';
import { Failure } from '../../policy/failure.js';
import { parseInput } from '../../policy/input.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { nextId, writeEntry } from '../../store/audit-log.js';
import { keepReply, type RequestKey, takeRequestKey } from '../../store/idempotency.js';
import type { KeyRing } from '../../store/keys/key-ring.js';
import { keyedHash } from '../../store/keys/keyed-hash.js';
import type { QuoteKeys } from '../../store/keys/quote-keys.js';
import type { RevokedTokens } from '../access/revoked-tokens.js';
import { type Clock, dayInShanghai } from '../clock.js';
import type { RuleDesk } from '../rule-desk.js';
import type { Act, Operation, Outcome, Reply } from './act.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { permitted } from './permitted.js';
import { TenantGate } from './tenant-gate.js';
import { inTransaction, TRANSACTION_LIMITS, type TransactionLimits } from './transaction.js';

/** What operations are performed on. */
export interface Workplace {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly desk: RuleDesk;
  readonly keys: KeyRing;
  /** what signs quotes, and what verifies them */
  readonly quoteKeys: QuoteKeys;
  readonly revokedTokens: RevokedTokens;
  readonly limits?: TransactionLimits;
}

/** Ends a transaction whose operation was refused: nothing of it may stay, not even its key. */
class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

/**
 * Performs an operation once for its idempotency key: in one transaction the key is taken, the rules are brought up to date, the operation loads, decides and
 * saves, and its entry and reply are kept. A repeated request gets the stored reply; a refused one leaves nothing behind, so that its key may be used again.
 * Throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_PROGRESS, BUSY, DEADLINE_EXCEEDED,
 * DATABASE_UNAVAILABLE and what the operation throws.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function perform<Input, Done>(
  workplace: Workplace,
  operation: Operation<Input, Done>,
  actor: Actor | null,
  raw: unknown,
): Promise<Reply<Done>> {
  const person = permitted(actor, rightsOf(operation.name));
  const { key, rest } = idempotencyKeyOf(raw);
  const input = parseInput(operation.input, rest);
  const request = { tenant: tenantOf(person), operation: operation.name, key };
  const requestHash = keyedHash(workplace.keys, canonicalText([request.tenant, request.operation, input]));
  const { deadlineMs, lockTimeoutMs } = workplace.limits ?? TRANSACTION_LIMITS;
  const limits = { lockTimeoutMs, deadlineMs: deadlineMs * (operation.deadlineFactor ?? 1) };
  let isDeskBehind = false;
  try {
    const reply = await gateOf(workplace.dataSource).pass(request.tenant, lockTimeoutMs, () =>
      inTransaction(workplace.dataSource, limits, async (manager) => {
        const at = workplace.clock().toISOString();
        const known = decideRepeat(await takeRequestKey(manager, request, requestHash, at), requestHash);
        if (known.kind === 'REPLAY') return { ...(known.reply as KeptReply<Done>), isReplayed: true };
        if (known.kind !== 'FIRST') throw known.kind === 'CONFLICT' ? keyReused() : keyInProgress();
        await workplace.desk.bringUpToDate(manager);
        const desk = workplace.desk.ofNow();
        const kept = await performFirst({ ...workplace, desk }, operation, person, { manager, at, input, request });
        isDeskBehind = await workplace.desk.isBehind(manager);
        return { ...kept, isReplayed: false };
      }),
    );
    // Only an act that changes the rules waits for a connection again. What is done stays done: where the desk cannot be brought up to date now, the next act does it.
    if (isDeskBehind) await workplace.desk.bringUpToDate(workplace.dataSource).catch(() => undefined);
    return reply;
  } catch (error) {
    if (error instanceof Refused) return { done: null, refusals: error.refusals, isReplayed: false };
    throw error;
  }
}

/** One gate for each database that this process works on. */
const gates = new WeakMap<DataSource, TenantGate>();

function gateOf(dataSource: DataSource): TenantGate {
  const gate = gates.get(dataSource) ?? new TenantGate();
  gates.set(dataSource, gate);
  return gate;
}

/** What is stored of a reply, and shown again. */
type KeptReply<Done> = Pick<Reply<Done>, 'done' | 'refusals'>;

interface FirstTime<Input> {
  readonly manager: EntityManager;
  readonly at: string;
  readonly input: Input;
  readonly request: RequestKey;
}

async function performFirst<Input, Done>(
  { desk, keys, quoteKeys }: Workplace,
  operation: Operation<Input, Done>,
  actor: Actor,
  { manager, at, input, request }: FirstTime<Input>,
): Promise<KeptReply<Done>> {
  const today = dayInShanghai(new Date(at));
  const entryId = await nextId(manager, parseInt(today.slice(0, 4), 10));
  const act: Act = { manager, actor, reach: reachOf(actor, rightsOf(operation.name)), at, today, desk, keys, quoteKeys, entryId };
  const outcome: Outcome<Done> = await operation.run(act, input);
  if (outcome.kind === 'refused') throw new Refused(outcome.refusals);
  const { done, record, lineRefusals = [] } = outcome;
  const digested = operation.digestible === undefined ? input : operation.digestible(input);
  await writeEntry(manager, {
    id: entryId,
    at,
    kind: operation.name,
    tenant: request.tenant,
    region: record.region,
    actor: actor.person,
    approved: record.approved ?? null,
    rules: { engine: ENGINE_VERSION, book: desk.ruleBook({ on: today }).hash, on: today },
    clauses: record.clauses ?? [],
    inputDigest: createHash('sha256').update(canonicalText(digested)).digest('hex'),
    idempotencyHash: keyedHash(keys, canonicalText([request.tenant, request.operation, request.key])),
    subjects: record.subjects,
    amounts: record.amounts ?? {},
    reversalOf: record.reversalOf ?? null,
    details: record.details ?? {},
  });
  const kept: KeptReply<Done> = { done, refusals: lineRefusals };
  await keepReply(manager, request, kept);
  return kept;
}

const keyReused = (): Failure =>
  new Failure(
    'IDEMPOTENCY_KEY_REUSED',
    bilingual(
      'idempotencyKey：此键已用于内容不同的请求。请换一个新的键。',
      'idempotencyKey: this key was used for another request. Take a new key.',
    ),
    'idempotencyKey',
  );

const keyInProgress = (): Failure =>
  new Failure(
    'IDEMPOTENCY_KEY_IN_PROGRESS',
    bilingual(
      'idempotencyKey：同一请求正在处理。请稍后用同一键重试。',
      'idempotencyKey: the same request is being worked on. Try again later with the same key.',
    ),
    'idempotencyKey',
  );
