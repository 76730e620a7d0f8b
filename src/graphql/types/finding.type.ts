import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { FindingRow } from '../../store/rows/finding-row.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { FindingScopeEnum } from './supervision-enums.js';

const NAMED = { __typename: 'Finding' };

@ObjectType('Finding', {
  implements: NodeType,
  ...described(
    '违规认定：所涉人员或班期不予补贴（五(一)）',
    'A finding of violation: nothing is paid for the person or class while it stands',
  ),
  simpleResolvers: true,
})
export class FindingType extends NodeType {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => FindingScopeEnum, described('对象', 'Whom it is on'))
  scope!: string;

  @Field(() => ID, { nullable: true, ...described('学员的报名；对班期的认定为空', "The trainee's enrolment; null for a class") })
  enrolmentId!: string | null;

  @Field(
    () => RegionType,
    described(
      '认定的地区；组织地区对班期的认定涉及全班，其他地区的涉及本地区学员',
      'The region that decided; on a class that of the organising region concerns everyone, that of another region its own trainees',
    ),
  )
  region!: RegionType;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('认定日', 'The day of the decision'))
  decidedOn!: string;

  @Field(() => String, described('事由', 'What was found'))
  text!: string;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('撤销日；尚在效力为空', 'The day from which it holds no more; null while it stands'),
  })
  liftedOn!: string | null;

  @Field(() => String, { nullable: true, ...described('撤销人', 'Who lifted it') })
  liftedBy!: string | null;

  @Field(() => String, { nullable: true, ...described('撤销的文号', 'Number of the document that lifted it') })
  liftingDocument!: string | null;
}

/** A finding as the API shows it. */
export const findingView = (book: RuleBook, row: FindingRow): FindingType => ({
  ...row,
  ...NAMED,
  id: nodeId('Finding', row.id),
  courseRunId: nodeId('CourseRun', row.courseRunId),
  enrolmentId: row.enrolmentId === null ? null : nodeId('Enrolment', row.enrolmentId),
  region: regionView(book, row.regionCode),
});

export const FindingConnectionType = connectionType('Finding', '违规认定', 'finding', () => FindingType);
export const FindingPayloadType = payloadType('FindingPayload', 'finding', () => FindingType, '违规认定', 'finding');

@InputType('RecordFindingInput', described('登记违规认定', 'A finding to be recorded'))
export class RecordFindingInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(
    () => String,
    described('认定的地区，代码或名称；对人员为其所在地区', "The deciding region, code or Chinese name; for a person the trainee's own"),
  )
  region!: string;

  @Field(() => FindingScopeEnum, described('对象', 'Whom it is on'))
  scope!: string;

  @Field(() => ID, { nullable: true, ...described('学员的报名；PERSON 必填', "The trainee's enrolment; PERSON needs one") })
  enrolmentId?: string | null;

  @Field(() => String, described('认定文书的文号', 'Number of the decision'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('认定日，不晚于今天', 'The day of the decision, not after today'))
  decidedOn!: string;

  @Field(() => String, described('事由，不写姓名', 'What was found, without names'))
  text!: string;
}

@InputType('LiftFindingInput', described('撤销违规认定', 'A finding to be lifted'))
export class LiftFindingInput extends KeyedInput {
  @Field(() => ID, described('违规认定', 'The finding'))
  findingId!: string;

  @Field(() => CalendarDay, described('撤销日，不晚于今天', 'The day from which it holds no more, not after today'))
  liftedOn!: string;

  @Field(() => String, described('撤销文书的文号', 'Number of the document that lifts it'))
  documentNumber!: string;
}
