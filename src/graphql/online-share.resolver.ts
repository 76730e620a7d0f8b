import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { onlineShare } from '../policy/online-share.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { OnlineShareInput, OnlineShareType } from './types/online-share.type.js';

@Resolver()
export class OnlineShareResolver {
  @Query(() => OnlineShareType, described('线上学时占比：是否超过上限', 'Whether the online hours keep within their share of all hours'))
  onlineShare(
    @Arg('input', () => OnlineShareInput, described('输入', 'Input')) input: OnlineShareInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(onlineShare, input, knownAt);
  }
}
