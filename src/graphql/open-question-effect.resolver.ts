import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { openQuestionEffect } from '../policy/open-question-effect.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { OpenQuestionEffectInput, OpenQuestionEffectType } from './types/open-question-effect.type.js';

@Resolver()
export class OpenQuestionEffectResolver {
  @Query(() => OpenQuestionEffectType, described('未决问题的各种理解相差多少钱', 'What each reading of an open question is worth in yuan'))
  openQuestionEffect(
    @Arg('input', () => OpenQuestionEffectInput, described('输入', 'Input')) input: OpenQuestionEffectInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(openQuestionEffect, input, knownAt);
  }
}
