import { Field, InputType, Int } from 'type-graphql';
import { described } from '../described.js';
import { Hours } from '../scalars/scalars.js';

@InputType('SessionsInput', described('若干次学时相同的课', 'So many sessions of the same length'))
export class SessionsInput {
  @Field(() => Int, described('次数，1 至 10000', 'How many, 1 to 10,000'))
  count!: number;

  @Field(() => Hours, described('每次学时', 'Hours of each'))
  hours!: string;
}
