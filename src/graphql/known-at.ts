import { Arg } from 'type-graphql';
import { described } from './described.js';
import { Instant } from './scalars/scalars.js';

/** The argument `knownAt` that every calculator takes beside its input. */
export const KnownAt = (): ReturnType<typeof Arg> =>
  Arg('knownAt', () => Instant, {
    nullable: true,
    ...described('按何时的所知；不填为最新', 'As known at this instant; left out means the latest'),
  });
