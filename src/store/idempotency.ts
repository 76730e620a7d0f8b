import type { EntityManager } from 'typeorm';

/** Which request a key belongs to. */
export interface RequestKey {
  readonly tenant: string;
  readonly operation: string;
  readonly key: string;
}

/** What stands under a key: the hash of the request it was used for and, once that is committed, its reply. */
export interface StoredRequest {
  readonly requestHash: string;
  readonly reply: unknown;
}

/**
 * Takes a key for a request; null when it is the first. A request under way with the same key is waited for.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function takeRequestKey(
  manager: EntityManager,
  { tenant, operation, key }: RequestKey,
  requestHash: string,
  at: string,
): Promise<StoredRequest | null> {
  const taken = await manager.query<unknown[]>(
    'INSERT INTO idempotency (tenant, operation, key, request_hash, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING true',
    [tenant, operation, key, requestHash, at],
  );
  if (taken.length > 0) return null;
  const [stored] = await manager.query<StoredRequest[]>(
    'SELECT request_hash AS "requestHash", reply FROM idempotency WHERE tenant = $1 AND operation = $2 AND key = $3',
    [tenant, operation, key],
  );
  return stored ?? null;
}

/** Keeps the reply of a request under its key, in the request's own transaction. */
export async function keepReply(manager: EntityManager, { tenant, operation, key }: RequestKey, reply: unknown): Promise<void> {
  await manager.query('UPDATE idempotency SET reply = $4 WHERE tenant = $1 AND operation = $2 AND key = $3', [
    tenant,
    operation,
    key,
    JSON.stringify(reply),
  ]);
}
