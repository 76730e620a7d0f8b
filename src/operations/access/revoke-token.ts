import { z } from 'zod';
import { expects, noteText } from '../../policy/input.js';
import { refuseAccess } from '../../policy/refusals/access.js';
import { nextId } from '../../store/audit-log.js';
import { insertRevokedToken } from '../../store/revoked-tokens.js';
import { type Operation, refused } from '../acting/act.js';

const JTI = expects('应为令牌的编号（jti），1 至 128 个字符', 'the id of a token (jti) of 1 to 128 characters');
const INSTANT = expects('应为时刻，如 2026-01-31T08:00:00Z', 'an instant, such as 2026-01-31T08:00:00Z');

const input = z.strictObject({
  jti: z.string({ error: JTI }).regex(/^[\w.:+/=-]{1,128}$/u, JTI),
  expiresAt: z.iso.datetime({ offset: true, error: INSTANT }).transform((text) => new Date(text).toISOString()),
  reason: noteText,
});

/** A revoked token; instants as ISO texts. */
export interface RevokedToken {
  readonly id: string;
  readonly jti: string;
  readonly revokedAt: string;
  readonly expiresAt: string;
  readonly revokedBy: string;
  readonly reason: string;
}

/**
 * Revokes a bearer token: from now on it is not believed, whatever its expiry.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export const revokeToken: Operation<z.infer<typeof input>, RevokedToken> = {
  name: 'revokeToken',
  input,
  run: async ({ manager, actor, at, today }, { jti, expiresAt, reason }) => {
    const row = {
      id: await nextId(manager, parseInt(today.slice(0, 4), 10)),
      jti,
      revokedAt: at,
      expiresAt,
      revokedBy: actor.person,
      reason,
    };
    if (!(await insertRevokedToken(manager, row))) return refused(refuseAccess('TOKEN_ALREADY_REVOKED', 'jti', { jti }));
    const record = { region: null, subjects: [{ type: 'RevokedToken', id: row.id }], details: { jti, expiresAt, reason } };
    return { kind: 'done', done: row, record };
  },
};
