import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { OnlineExceptionRow } from '../../store/rows/online-exception-row.js';
import { described } from '../described.js';
import { CalendarDay, Decimal, Hours } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { OnlineGateStatusEnum } from './supervision-enums.js';

@ObjectType('OnlineGate', {
  ...described('班期的线上占比（四(一)）：超过上限则暂缓', 'The online share of a course run: above the limit it is on hold'),
  simpleResolvers: true,
})
export class OnlineGateType {
  @Field(() => Decimal, described('线上学时占比（%），两位小数，仅供显示', 'Online hours in per cent of all, two decimals, for display'))
  percent!: string;

  @Field(() => Decimal, described('上限（%）', 'The limit, in per cent'))
  limitPercent!: string;

  @Field(() => OnlineGateStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, described('条款', 'Clause'))
  clause!: string;

  @Field(() => CitationType, described('上限的依据', 'Where the limit stands'))
  citation!: CitationType;
}

const NAMED = { __typename: 'OnlineException' };

@ObjectType('OnlineException', {
  implements: NodeType,
  ...described('对线上占比上限的书面例外（Q17）', 'A written exception to the online share limit'),
  simpleResolvers: true,
})
export class OnlineExceptionType extends NodeType {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => Int, described('批准时的版本', 'The version of the run that was seen'))
  courseRunVersion!: number;

  @Field(() => Hours, described('批准时的线上学时', 'Hours online when it was granted'))
  onlineHours!: string;

  @Field(() => Hours, described('批准时的线下学时', 'Hours offline when it was granted'))
  offlineHours!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;

  @Field(() => CalendarDay, described('批准日', 'The day on which it was granted'))
  grantedOn!: string;

  @Field(() => String, described('批准人', 'Who granted it'))
  grantedBy!: string;
}

/** An exception as the API shows it. */
export const onlineExceptionView = (row: OnlineExceptionRow): OnlineExceptionType => ({
  ...row,
  ...NAMED,
  id: nodeId('OnlineException', row.id),
  courseRunId: nodeId('CourseRun', row.courseRunId),
});

export const OnlineExceptionConnectionType = connectionType('OnlineException', '线上占比例外', 'exception', () => OnlineExceptionType);
export const OnlineExceptionPayloadType = payloadType(
  'OnlineExceptionPayload',
  'onlineException',
  () => OnlineExceptionType,
  '线上占比例外',
  'exception',
);

@InputType('GrantOnlineExceptionInput', described('批准线上占比例外', 'An exception to the online share limit'))
export class GrantOnlineExceptionInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => Int, described('您所见的版本；已变更则不办理', 'The version you saw; nothing is done if it has changed'))
  version!: number;

  @Field(() => CalendarDay, described('批准日，不晚于今天', 'The day of the decision, not after today'))
  grantedOn!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
