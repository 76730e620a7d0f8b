import { type ClassType, Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { UserErrorType } from './user-error.type.js';

/** What every mutation answers beside its object. */
@ObjectType({ simpleResolvers: true })
export abstract class PayloadType {
  @Field(
    () => [UserErrorType],
    described(
      '未办理的原因；办理成功时为空列表，名单中未登记的行除外',
      'Why nothing was done; empty where it was done, but for lines of a list that were left out',
    ),
  )
  userErrors!: readonly UserErrorType[];

  @Field(() => Boolean, described('是否为同一 idempotencyKey 先前的答复', 'Whether this is the earlier reply to the same idempotencyKey'))
  replayed!: boolean;
}

/** The payload type of a mutation: `name` with the object in `field`. */
export function payloadType<Shown extends object>(
  name: string,
  field: string,
  shown: () => ClassType<Shown>,
  zh: string,
  en: string,
): ClassType<PayloadType> {
  @ObjectType(name, { ...described(`${zh}的办理结果`, `What came of it: ${en}`), simpleResolvers: true })
  class NamedPayloadType extends PayloadType {}
  Field(shown, { nullable: true, ...described(`${zh}；未办理时为空`, `The ${en}; null where nothing was done`) })(
    NamedPayloadType.prototype,
    field,
  );
  return NamedPayloadType;
}
