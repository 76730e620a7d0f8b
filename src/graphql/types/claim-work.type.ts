import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { ClaimActEnum } from './claim-enums.js';
import { ClaimType } from './claim.type.js';
import { connectionType } from './connection.type.js';

@ObjectType('Obstacle', {
  ...described(
    '支付之前还缺什么：条款、由谁解决、需要什么',
    'What stands before the payment: its clause, who can mend it and what is needed',
  ),
  simpleResolvers: true,
})
export class ObstacleType {
  @Field(() => String, described('代码，如 LEVEL_CERT_MISSING 或 CLAIM_QUEUED', 'Code, such as LEVEL_CERT_MISSING or CLAIM_QUEUED'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;

  @Field(() => String, { nullable: true, ...described('条款；本系统自身的步骤为空', 'The clause; null for a step of our own') })
  clause!: string | null;

  @Field(() => BilingualTextType, described('由谁解决', 'Who can mend it'))
  fixableBy!: BilingualTextType;

  @Field(() => BilingualTextType, described('需要什么', 'What is needed'))
  needed!: BilingualTextType;
}

@ObjectType('WorkItem', { ...described('等待调用者办理的申领', 'A claim that waits for the caller'), simpleResolvers: true })
export class WorkItemType {
  @Field(() => ClaimType, described('申领', 'The claim'))
  claim!: ClaimType;

  @Field(() => [ClaimActEnum], described('调用者的角色可以办理的步骤', "The steps that the caller's roles may take"))
  acts!: readonly string[];

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('到期日；没有期限的步骤为空（Q36、Q40）', 'The day on which it is due; null where no clock runs (Q36, Q40)'),
  })
  dueOn!: string | null;
}

export const WorkItemConnectionType = connectionType('WorkItem', '待办', 'work item', () => WorkItemType);
