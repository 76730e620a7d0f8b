import { refusalsFrom, type RefusalWords } from './refusal.js';

const WORDS = {
  TOKEN_ALREADY_REVOKED: [
    'DUPLICATE',
    null,
    '令牌 {jti} 已被撤销',
    'The token {jti} is revoked already',
    '无需办理',
    'nobody needs to',
    '无',
    'nothing',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** The refusals of acts about tokens. Source: our design, docs/decisions/0009-roles-and-scopes.md */
export const refuseAccess = refusalsFrom(WORDS);
