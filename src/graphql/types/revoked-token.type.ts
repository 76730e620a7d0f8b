import { Field, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import { described } from '../described.js';
import { Instant } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';

@ObjectType('RevokedToken', {
  implements: NodeType,
  ...described('已撤销的令牌', 'A bearer token that was revoked'),
  simpleResolvers: true,
})
export class RevokedTokenType extends NodeType {
  @Field(() => String, described('令牌编号', 'The id of the token'))
  jti!: string;

  @Field(() => Instant, described('撤销时刻', 'When it was revoked'))
  revokedAt!: string;

  @Field(() => Instant, described('令牌原定的到期时刻', 'When the token would have expired'))
  expiresAt!: string;

  @Field(() => String, described('撤销人', 'Who revoked it'))
  revokedBy!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}

/** A revocation, just made or read again. */
interface Revocation {
  readonly id: string;
  readonly jti: string;
  readonly revokedAt: Date | string;
  readonly expiresAt: Date | string;
  readonly revokedBy: string;
  readonly reason: string;
}

const instant = (at: Date | string): string => new Date(at).toISOString();

/** A revocation as the API shows it. */
export function revokedTokenView(revocation: Revocation): RevokedTokenType {
  const view = {
    __typename: 'RevokedToken',
    ...revocation,
    id: nodeId('RevokedToken', revocation.id),
    revokedAt: instant(revocation.revokedAt),
    expiresAt: instant(revocation.expiresAt),
  };
  return view;
}

export const RevokedTokenConnectionType = connectionType('RevokedToken', '已撤销的令牌', 'revoked token', () => RevokedTokenType);
export const RevokedTokenPayloadType = payloadType(
  'RevokedTokenPayload',
  'revokedToken',
  () => RevokedTokenType,
  '已撤销的令牌',
  'revoked token',
);

@InputType('RevokeTokenInput', described('撤销令牌', 'A bearer token to be revoked'))
export class RevokeTokenInput extends KeyedInput {
  @Field(() => String, described('令牌的编号（声明 jti）', 'The id of the token: its claim jti'))
  jti!: string;

  @Field(() => Instant, described('令牌的到期时刻（声明 exp）', 'When the token expires: its claim exp'))
  expiresAt!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
