import { plainSchema } from './plain-schema.js';

/** A bearer token that is not believed any more. */
export interface RevokedTokenRow {
  readonly id: string;
  /** the token's own id, its `jti` */
  readonly jti: string;
  readonly revokedAt: Date;
  /** when it would have expired */
  readonly expiresAt: Date;
  readonly revokedBy: string;
  readonly reason: string;
}

export const revokedTokenRow = plainSchema<RevokedTokenRow>('revoked_token', {
  id: 'bigint',
  jti: 'text',
  revokedAt: 'timestamptz',
  expiresAt: 'timestamptz',
  revokedBy: 'text',
  reason: 'text',
});
