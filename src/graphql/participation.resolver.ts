import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { participation } from '../policy/participation.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { ParticipationInput, ParticipationType, participationView } from './types/participation.type.js';

@Resolver()
export class ParticipationResolver {
  @Query(() => ParticipationType, described('参加培训资格：某人能否参加培训', 'Whether a person may attend the training'))
  participation(
    @Arg('input', () => ParticipationInput, described('输入', 'Input')) input: ParticipationInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return participationView(desk.answer(participation, input, knownAt));
  }
}
