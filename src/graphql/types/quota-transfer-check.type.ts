import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { QuotaTransferStatusEnum } from './planning-enums.js';

@InputType('QuotaTransferCheckInput', described('名额调整核对的输入', 'What a transfer check is asked for'))
export class QuotaTransferCheckInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, described('调出地区，代码或名称', 'The region that gives, code or name'))
  from!: string;

  @Field(
    () => String,
    described('调入地区，代码或名称；不得与调出地区相同', 'The region that receives, code or name; another one than the giver'),
  )
  to!: string;

  @Field(() => Int, described('调整名额，1 至 1000000', 'Places to move, 1 to 1,000,000'))
  places!: number;

  @Field(() => Int, {
    nullable: true,
    ...described('调出地区已占用的名额；不填为 0', 'Places that the giving region holds reserved; left out means none'),
  })
  reservedFrom?: number | null;
}

@ObjectType('QuotaTransferCheck', {
  implements: AnsweredType,
  ...described('名额调整核对：调出等于调入，全省总数不变；不作实际调整', 'A check of a zero-sum transfer of places; it moves nothing'),
  simpleResolvers: true,
})
export class QuotaTransferCheckType extends AnsweredType {
  @Field(
    () => Int,
    described('调整后调出地区的名额；不能调整时为原名额', 'Places of the giving region afterwards; unchanged where rejected'),
  )
  fromPlaces!: number;

  @Field(
    () => Int,
    described('调整后调入地区的名额；不能调整时为原名额', 'Places of the receiving region afterwards; unchanged where rejected'),
  )
  toPlaces!: number;

  @Field(() => Int, described('全省名额合计', 'Places of the province in all'))
  sum!: number;

  @Field(() => QuotaTransferStatusEnum, described('结果', 'Result'))
  status!: string;
}
