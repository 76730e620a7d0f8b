import { ArgsType, Field, Int } from 'type-graphql';
import { described } from '../described.js';

@ArgsType()
export class RowPageArguments {
  @Field(() => Int, {
    nullable: true,
    ...described('从前往后取几条，1 至 100；不填为 20', 'How many from the front, 1 to 100; left out means 20'),
  })
  first?: number | null;

  @Field(() => String, { nullable: true, ...described('从此游标之后取', 'Only what follows this cursor') })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    ...described('从后往前取几条，1 至 100；不与 first 同填', 'How many from the end, 1 to 100; not beside first'),
  })
  last?: number | null;

  @Field(() => String, { nullable: true, ...described('取到此游标之前', 'Only what precedes this cursor') })
  before?: string | null;
}
