import { Field, InputType } from 'type-graphql';
import { described } from '../described.js';

/** What every input that changes something begins with. */
@InputType()
export abstract class KeyedInput {
  @Field(
    () => String,
    described(
      '唯一键，8 至 200 个字符，如 UUID；同一键重发只办理一次，得到同一答复',
      'A unique key of 8 to 200 characters such as a UUID; sent again it does nothing twice and gets the same reply',
    ),
  )
  idempotencyKey!: string;
}
