import { Field, ID, InputType, Int } from 'type-graphql';
import { parseNodeId } from '../../policy/node-id.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { ClaimStatusEnum } from './claim-enums.js';
import { KeyedInput } from './keyed-input.type.js';

@InputType('ClaimFilter', described('申领的筛选；各项须同时满足', 'Which claims; all parts must hold'))
export class ClaimFilter {
  @Field(() => Int, { nullable: true, ...described('起草的年度', 'The calendar year of the draft') })
  year?: number | null;

  @Field(() => ClaimStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => ID, { nullable: true, ...described('班期', 'The course run') })
  courseRunId?: string | null;
}

/** The conditions of a filter; an id of no course run finds nothing. */
export const claimConditions = (filter: ClaimFilter | null): readonly Condition[] => [
  ...(filter?.year ? [condition('row.year = $1', filter.year)] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.courseRunId ? [ofRun(filter.courseRunId)] : []),
];

function ofRun(id: string): Condition {
  const parsed = parseNodeId(id);
  const isRun = parsed?.typeName === 'CourseRun' && /^\d{13}$/u.test(parsed.key);
  return isRun ? condition('row.course_run_id = $1', parsed.key) : condition('false');
}

@InputType('TuitionInput', described('向一名学员收取的费用', 'What was charged to one trainee'))
export class TuitionInput {
  @Field(() => ID, described('学员的报名', "The trainee's enrolment"))
  enrolmentId!: string;

  @Field(() => MoneyCNY, described('金额；已退还填 0.00', 'The amount; 0.00 where it was given back'))
  amount!: string;
}

@InputType('DraftClaimInput', described('起草申领', 'A claim to be drawn up'))
export class DraftClaimInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(
    () => String,
    described('支付地区，代码或名称；为学员所在地区（Q35）', "The region that pays, code or Chinese name: the trainees' own (Q35)"),
  )
  region!: string;

  @Field(() => [ID], {
    nullable: true,
    ...described(
      '学员的报名；不填为所有已取得等级证书、未列入其他申领的',
      'The enrolments; left out: everyone certified who stands in no other claim',
    ),
  })
  enrolmentIds?: readonly string[] | null;

  @Field(() => [TuitionInput], { nullable: true, ...described('收费；不填为未收费', 'What was charged; left out: nothing') })
  tuition?: readonly TuitionInput[] | null;

  @Field(() => CalendarDay, described('日期，不晚于今天', 'The day, not after today'))
  on!: string;
}

@InputType('ClaimStepInput', described('申领的一步', 'A step of a claim'))
export class ClaimStepInput extends KeyedInput {
  @Field(() => ID, described('申领', 'The claim'))
  claimId!: string;

  @Field(() => String, described('所见内容的散列值，即 content.contentHash', 'The hash of what was seen: content.contentHash'))
  seen!: string;

  @Field(() => CalendarDay, described('日期，不晚于今天', 'The day, not after today'))
  on!: string;
}

@InputType('ReasonedClaimStepInput', described('申领的一步，附理由', 'A step of a claim with its reason'))
export class ReasonedClaimStepInput extends ClaimStepInput {
  @Field(() => String, described('理由，不写姓名', 'The reason, without names'))
  reason!: string;
}

@InputType('ChangeClaimInput', described('修改申领的名单', 'A change of the list of a claim'))
export class ChangeClaimInput extends ClaimStepInput {
  @Field(() => [ID], { nullable: true, ...described('增加的报名', 'Enrolments to be added') })
  add?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, ...described('去掉的报名', 'Enrolments to be taken out') })
  remove?: readonly string[] | null;

  @Field(() => [TuitionInput], { nullable: true, ...described('收费', 'What was charged') })
  tuition?: readonly TuitionInput[] | null;

  @Field(() => String, { nullable: true, ...described('理由，不写姓名', 'The reason, without names') })
  reason?: string | null;
}

@InputType('ReviewExceptionInput', described('审核时不列入的一行', 'A line that a review leaves out'))
export class ReviewExceptionInput {
  @Field(() => ID, described('学员的报名', "The trainee's enrolment"))
  enrolmentId!: string;

  @Field(() => String, described('理由，不写姓名', 'The reason, without names'))
  reason!: string;
}

@InputType('ReviewClaimInput', described('审核申领：整批通过，例外的行除外', 'A review of a claim: all lines at once but the exceptions'))
export class ReviewClaimInput extends ClaimStepInput {
  @Field(() => [ReviewExceptionInput], { nullable: true, ...described('例外', 'The exceptions') })
  exceptions?: readonly ReviewExceptionInput[] | null;
}
