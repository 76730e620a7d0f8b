import { Field, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { ClaimStepRow } from '../../store/rows/claim-step-row.js';
import { described } from '../described.js';
import { CalendarDay, Instant, MoneyCNY } from '../scalars/scalars.js';
import { RoleEnum } from './access-enums.js';
import { ClaimActEnum, ClaimClockEnum, ClaimPreconditionEnum, ClaimStatusEnum } from './claim-enums.js';
import { connectionType } from './connection.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

@ObjectType('Claim', {
  implements: NodeType,
  ...described(
    '申领：一个班期中由一个地区支付的学员；补贴直补培训机构（四(一)2）',
    'A claim for trainees of one course run against the region that pays; the subsidy goes to the training institution',
  ),
  simpleResolvers: true,
})
export class ClaimType extends NodeType {
  /** as the store keeps it; not a field */
  row!: ClaimRow;

  @Field(() => ClaimStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => Int, described('版本，每一步骤加一', 'Version: one more with each step'))
  version!: number;

  @Field(() => RegionType, described('支付地区', 'The region that pays'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, {
    nullable: true,
    ...described('培训机构，即收款人', 'The training institution, which is the payee'),
  })
  institution!: TrainingInstitutionType | null;

  @Field(() => MoneyCNY, described('上一步骤时的应付合计', 'What was due at the last step'))
  amount!: string;

  @Field(() => CalendarDay, described('上一步骤的日期', 'The day of the last step'))
  lastOn!: string;

  @Field(() => CalendarDay, { nullable: true, ...described('公示开始日', 'First day of the public notice') })
  noticeFrom!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('公示最后一日', 'Last day of the public notice') })
  noticeUntil!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('财政批准日', 'The day of the approval by finance') })
  approvedOn!: string | null;
}

/** A claim as the API shows it. */
export const claimView = (book: RuleBook, row: ClaimRow): ClaimType => {
  const view = {
    ...row,
    __typename: 'Claim',
    row,
    id: nodeId('Claim', row.id),
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
  };
  return view;
};

export const ClaimConnectionType = connectionType('Claim', '申领', 'claim', () => ClaimType);
export const ClaimPayloadType = payloadType('ClaimPayload', 'claim', () => ClaimType, '申领', 'claim');

@ObjectType('ClaimStep', { ...described('申领已走过的一步', 'A step that a claim has taken'), simpleResolvers: true })
export class ClaimStepType {
  @Field(() => Int, described('由此产生的版本', 'The version that it made'))
  version!: number;

  @Field(() => String, described('操作', 'The act'))
  act!: string;

  @Field(() => ClaimStatusEnum, { nullable: true, ...described('之前的状态', 'The state before; null for the draft') })
  from!: string | null;

  @Field(() => ClaimStatusEnum, described('之后的状态', 'The state after it'))
  to!: string;

  @Field(() => String, described('办理人', 'Who took it'))
  actor!: string;

  @Field(() => CalendarDay, described('日期', 'The day'))
  on!: string;

  @Field(() => Instant, described('登记的时刻', 'When it was recorded'))
  at!: string;

  @Field(() => String, { nullable: true, ...described('理由', 'The reason') })
  reason!: string | null;

  @Field(() => String, { nullable: true, ...described('办理人所见内容的散列值', 'The hash of what the actor saw') })
  seen!: string | null;
}

/** A step as the API shows it. */
export const claimStepView = (row: ClaimStepRow): ClaimStepType => ({
  version: row.version,
  act: row.act,
  from: row.fromStatus,
  to: row.toStatus,
  actor: row.actor,
  on: row.takenOn,
  at: new Date(row.at).toISOString(),
  reason: row.reason,
  seen: row.seenHash,
});

@ObjectType('ClaimTransition', {
  ...described(
    '申领流程的一条路：谁在什么前提下把申领从一个状态带到另一个',
    'One way from a state of a claim to another: who takes it, and what must be so',
  ),
  simpleResolvers: true,
})
export class ClaimTransitionType {
  @Field(() => ClaimActEnum, described('操作', 'The act'))
  act!: string;

  @Field(() => ClaimStatusEnum, {
    nullable: true,
    ...described('之前的状态；起草之前为空', 'The state before; null where there is no claim yet'),
  })
  from!: string | null;

  @Field(() => ClaimStatusEnum, described('之后的状态', 'The state after it'))
  to!: string;

  @Field(() => [RoleEnum], described('须有其中一个角色', 'One of these roles is needed'))
  roles!: readonly string[];

  @Field(() => [ClaimPreconditionEnum], described('前提', 'What must be so'))
  preconditions!: readonly string[];

  @Field(() => ClaimClockEnum, { nullable: true, ...described('期限', 'The clock; null where there is none') })
  clock!: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('依据条款；本系统自身的步骤为空', 'The clause it rests on; null for a step of our own'),
  })
  clause!: string | null;
}
