import type { DataSource, EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { revokedTokenRow, type RevokedTokenRow } from './rows/revoked-token-row.js';
import type { Condition } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A revocation is nobody's but the province's. */
export const revokedTokenWithin = (reach: Reach): Condition => withinReach(reach, {});

/** The revocations within reach, page by page. */
export const readRevokedTokens = (manager: EntityManager, reach: Reach, page: RowPageRequest): Promise<RowPage<RevokedTokenRow>> =>
  readPage(manager, revokedTokenRow, revokedTokenWithin(reach), page);

/** Writes a revocation; gives false, and writes nothing, where the token is revoked already. Instants as ISO texts. */
export async function insertRevokedToken(
  manager: EntityManager,
  {
    id,
    jti,
    revokedAt,
    expiresAt,
    revokedBy,
    reason,
  }: Omit<RevokedTokenRow, 'revokedAt' | 'expiresAt'> & {
    readonly revokedAt: string;
    readonly expiresAt: string;
  },
): Promise<boolean> {
  const written = await manager.query<unknown[]>(
    `INSERT INTO revoked_token (id, jti, revoked_at, expires_at, revoked_by, reason) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (jti) DO NOTHING RETURNING true`,
    [id, jti, revokedAt, expiresAt, revokedBy, reason],
  );
  return written.length > 0;
}

/** The ids of the revoked tokens that expire, or were revoked, after an instant. */
export async function revokedTokenIds(dataSource: DataSource, after: Date): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ readonly jti: string }[]>(
    'SELECT jti FROM revoked_token WHERE greatest(expires_at, revoked_at) > $1',
    [after.toISOString()],
  );
  return new Set(rows.map(({ jti }) => jti));
}
