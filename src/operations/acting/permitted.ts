import { type Actor, hasRole, type Role } from '../../policy/access/actor.js';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';

/**
 * The actor again, when there is one who carries at least one of the roles. Throws UNAUTHENTICATED, FORBIDDEN.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export function permitted(actor: Actor | null, roles: readonly Role[]): Actor {
  if (actor === null) throw unauthenticated();
  if (hasRole(actor, roles)) return actor;
  throw forbidden(roles);
}

const unauthenticated = (): Failure =>
  new Failure(
    'UNAUTHENTICATED',
    bilingual('此操作须登录：请在 Authorization 请求头带上令牌。', 'This needs a token: send it in the Authorization header.'),
  );

const forbidden = (roles: readonly Role[]): Failure =>
  new Failure(
    'FORBIDDEN',
    bilingual(
      `此操作须有角色 ${roles.join(' 或 ')}。请由有权人员办理。`,
      `This needs the role ${roles.join(' or ')}. Ask somebody who has it.`,
    ),
    null,
    { roles: [...roles] },
  );
