import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { deliveredHours } from '../policy/delivered-hours.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { DeliveredHoursInput, DeliveredHoursType, deliveredHoursView } from './types/delivered-hours.type.js';

@Resolver()
export class DeliveredHoursResolver {
  @Query(
    () => DeliveredHoursType,
    described('授课学时：是否达到规定学时，每人补贴多少', 'Whether the delivered hours reach the required hours and what that is worth'),
  )
  deliveredHours(
    @Arg('input', () => DeliveredHoursInput, described('输入', 'Input')) input: DeliveredHoursInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return deliveredHoursView(desk.answer(deliveredHours, input, knownAt));
  }
}
