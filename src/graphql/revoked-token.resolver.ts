import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { revokeToken } from '../operations/access/revoke-token.js';
import { readRevokedTokens } from '../store/revoked-tokens.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { RowPageArguments } from './types/page.type.js';
import { RevokedTokenConnectionType, RevokedTokenPayloadType, revokedTokenView, RevokeTokenInput } from './types/revoked-token.type.js';

@Resolver()
export class RevokedTokenResolver {
  @Query(() => RevokedTokenConnectionType, described('已撤销的令牌，按撤销先后', 'The revoked tokens, in the order of their revocation'))
  async revokedTokens(@Args(() => RowPageArguments) page: RowPageArguments, @Ctx() context: ServiceContext) {
    const reach = reachFor(context, 'revokedTokens');
    const rows = await readRevokedTokens(context.workplace.dataSource.manager, reach, rowPageOf('RevokedToken', page));
    return rowConnection('RevokedToken', rows, revokedTokenView);
  }

  @Mutation(
    () => RevokedTokenPayloadType,
    described('撤销令牌，即刻起不再有效', 'Revoke a bearer token, which is not believed from now on'),
  )
  async revokeToken(
    @Arg('input', () => RevokeTokenInput, described('内容', 'What is asked')) input: RevokeTokenInput,
    @Ctx() context: ServiceContext,
  ) {
    const payload = await payloadOf(context, 'revokedToken', revokeToken, input, revokedTokenView);
    await context.workplace.revokedTokens.refresh();
    return payload;
  }
}
