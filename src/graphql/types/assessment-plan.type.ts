import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { AssessmentPlanRow } from '../../store/rows/assessment-plan-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AssessmentBodyType, assessmentBodyViews } from './assessment-body.type.js';
import { AssessmentPlanStatusEnum } from './certificate-enums.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';

@ObjectType('AssessmentPlan', {
  implements: NodeType,
  ...described(
    '专业技术等级考核计划，由培训机构与评价机构共同确定（四(二)）',
    'A plan of assessment, set by the institution with an assessment body',
  ),
  simpleResolvers: true,
})
export class AssessmentPlanType extends NodeType {
  /** as the store keeps it; not a field */
  courseRunRowId!: string;

  @Field(() => AssessmentBodyType, { nullable: true, ...described('评价机构', 'The assessment body') })
  assessmentBody!: AssessmentBodyType | null;

  @Field(() => CalendarDay, described('理论知识考核日', 'The day of the theory part'))
  theoryOn!: string;

  @Field(() => CalendarDay, described('专业能力考核日', 'The day of the part on professional ability'))
  practiceOn!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => AssessmentPlanStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => CalendarDay, described('提交日', 'The day of filing'))
  filedOn!: string;

  @Field(() => String, described('提交人', 'Who filed it'))
  filedBy!: string;

  @Field(() => String, { nullable: true, ...described('确认人', 'Who confirmed it') })
  confirmedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('确认日', 'The day of the confirmation') })
  confirmedOn!: string | null;
}

/** A plan of assessment as the API shows it; the book is that of the day of the theory part. */
export const assessmentPlanView = (book: RuleBook, row: AssessmentPlanRow): AssessmentPlanType => {
  const view = {
    ...row,
    __typename: 'AssessmentPlan',
    id: nodeId('AssessmentPlan', row.id),
    courseRunRowId: row.courseRunId,
    assessmentBody: assessmentBodyViews(book).get(row.assessmentBodyCode) ?? null,
  };
  return view;
};

export const AssessmentPlanConnectionType = connectionType('AssessmentPlan', '考核计划', 'plan of assessment', () => AssessmentPlanType);
export const AssessmentPlanPayloadType = payloadType(
  'AssessmentPlanPayload',
  'assessmentPlan',
  () => AssessmentPlanType,
  '考核计划',
  'plan of assessment',
);

@InputType('AssessmentPlanFilter', described('考核计划的筛选；各项须同时满足', 'Which plans of assessment; all parts must hold'))
export class AssessmentPlanFilter {
  @Field(() => ID, { nullable: true, ...described('班期', 'The course run') })
  courseRunId?: string | null;

  @Field(() => AssessmentPlanStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => String, { nullable: true, ...described('评价机构代码，如 EI-CESI', 'Code of the assessment body, such as EI-CESI') })
  assessmentBody?: string | null;
}

/** The conditions of a filter, its run given as the store keeps it. */
export const assessmentPlanConditions = (filter: AssessmentPlanFilter | null, courseRunId: string | null): readonly Condition[] => [
  ...(courseRunId === null ? [] : [condition('row.course_run_id = $1', courseRunId)]),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.assessmentBody ? [condition('row.assessment_body_code = $1', filter.assessmentBody)] : []),
];

@InputType(
  'FileAssessmentPlanInput',
  described('提交考核计划；取代本班期先前的计划', 'A plan of assessment to be filed; it replaces the earlier one of the run'),
)
export class FileAssessmentPlanInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(
    () => String,
    described(
      '评价机构，代码或全称；理论考核日须在目录中',
      'Assessment body, code or full Chinese name; listed on the day of the theory part',
    ),
  )
  assessmentBody!: string;

  @Field(() => CalendarDay, described('理论知识考核日', 'The day of the theory part'))
  theoryOn!: string;

  @Field(() => CalendarDay, described('专业能力考核日', 'The day of the part on professional ability'))
  practiceOn!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('提交日，不晚于今天', 'The day of filing, not after today'))
  filedOn!: string;
}

@InputType(
  'ConfirmAssessmentPlanInput',
  described('评价机构确认考核计划', 'The confirmation of a plan of assessment by its assessment body'),
)
export class ConfirmAssessmentPlanInput extends KeyedInput {
  @Field(() => ID, described('考核计划', 'The plan of assessment'))
  assessmentPlanId!: string;

  @Field(() => CalendarDay, described('确认日，不晚于今天', 'The day of the confirmation, not after today'))
  confirmedOn!: string;
}
