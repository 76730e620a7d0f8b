import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { TrainingPlanRow } from '../../store/rows/training-plan-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { PlanStatusEnum } from './training-enums.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

@ObjectType('TrainingPlan', {
  implements: NodeType,
  ...described('政府补贴培训计划（四(一)2）', 'A plan for subsidised training, drawn up by a city with an institution'),
  simpleResolvers: true,
})
export class TrainingPlanType extends NodeType {
  @Field(() => Int, described('占用哪一年的名额', 'The calendar year whose places its runs take'))
  year!: number;

  @Field(() => RegionType, described('组织地区', 'The organising region'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'The training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => String, described('名称', 'Title'))
  title!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => Int, described('计划人数', 'Places planned'))
  places!: number;

  @Field(() => CalendarDay, described('制定日期', 'The day on which it was drawn up'))
  drawnUpOn!: string;

  @Field(() => PlanStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, described('提出人', 'Who proposed it'))
  proposedBy!: string;

  @Field(() => String, { nullable: true, ...described('审批人', 'Who decided') })
  decidedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('审批日期', 'The day of the decision') })
  decidedOn!: string | null;
}

/** A plan as the API shows it. */
export const trainingPlanView = (book: RuleBook, row: TrainingPlanRow): TrainingPlanType => {
  const view = {
    ...row,
    __typename: 'TrainingPlan',
    id: nodeId('TrainingPlan', row.id),
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
  };
  return view;
};

export const TrainingPlanConnectionType = connectionType('TrainingPlan', '培训计划', 'training plan', () => TrainingPlanType);
export const TrainingPlanPayloadType = payloadType(
  'TrainingPlanPayload',
  'trainingPlan',
  () => TrainingPlanType,
  '培训计划',
  'training plan',
);

@InputType('TrainingPlanFilter', described('培训计划的筛选；各项须同时满足', 'Which training plans; all parts must hold'))
export class TrainingPlanFilter {
  @Field(() => Int, { nullable: true, ...described('年度', 'Calendar year') })
  year?: number | null;

  @Field(() => PlanStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;
}

/** The conditions of a filter. */
export const trainingPlanConditions = (filter: TrainingPlanFilter | null): readonly Condition[] => [
  ...(filter?.year ? [condition('row.year = $1', filter.year)] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
];

@InputType('ProposeTrainingPlanInput', described('提出培训计划', 'A plan for subsidised training to be proposed'))
export class ProposeTrainingPlanInput extends KeyedInput {
  @Field(() => String, described('组织地区，代码或名称', 'Organising region, code or Chinese name'))
  region!: string;

  @Field(() => String, described('培训机构，代码或全称', 'Training institution, code or full Chinese name'))
  institution!: string;

  @Field(() => Int, described('占用哪一年的名额', 'The calendar year whose places it takes'))
  year!: number;

  @Field(() => String, described('名称', 'Title'))
  title!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => Int, described('计划人数', 'Places planned'))
  places!: number;

  @Field(() => CalendarDay, described('制定日期，不晚于今天', 'The day on which it was drawn up, not after today'))
  drawnUpOn!: string;
}

@InputType('ApproveTrainingPlanInput', described('批准培训计划', 'The approval of a training plan'))
export class ApproveTrainingPlanInput extends KeyedInput {
  @Field(() => ID, described('培训计划', 'The training plan'))
  trainingPlanId!: string;

  @Field(() => CalendarDay, described('审批日期，不晚于今天', 'The day of the decision, not after today'))
  decidedOn!: string;
}

@InputType('RejectTrainingPlanInput', described('不批准培训计划', 'The rejection of a training plan'))
export class RejectTrainingPlanInput extends ApproveTrainingPlanInput {
  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
