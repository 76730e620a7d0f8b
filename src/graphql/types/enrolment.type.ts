import { Field, Int, ObjectType } from 'type-graphql';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { described } from '../described.js';
import { CalendarDay, Hours } from '../scalars/scalars.js';
import { FundingModeEnum } from './calculator-enums.js';
import { connectionType } from './connection.type.js';
import { LevelEnum } from './enums.js';
import { NodeType } from './node.type.js';
import { OccupationType } from './occupation.type.js';
import { payloadType } from './payload.type.js';
import { RegionType } from './region.type.js';
import { EnrolmentStatusEnum } from './training-enums.js';
import { TrainingInstitutionType } from './training-institution.type.js';

@ObjectType('Enrolment', {
  implements: NodeType,
  ...described(
    '一名学员在一个班期的报名；监管和补贴按学员所在地区（五(三)）',
    "One trainee in one course run; supervision and payment follow the trainee's region",
  ),
  simpleResolvers: true,
})
export class EnrolmentType extends NodeType {
  /** as the store keeps it; not a field */
  row!: EnrolmentRow;

  @Field(() => Int, described('占用哪一年的名额', 'The calendar year whose place it takes'))
  year!: number;

  @Field(() => EnrolmentStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => RegionType, described('学员所在地区', "The trainee's region"))
  region!: RegionType;

  @Field(() => RegionType, described('组织地区', 'The region that organises the run'))
  organisingRegion!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'The training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => OccupationType, described('职业', 'The occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'The level'))
  level!: string;

  @Field(() => FundingModeEnum, described('政府补贴培训或市场化培训', 'Subsidised or market-funded training'))
  fundingMode!: string;

  @Field(() => String, { nullable: true, ...described('人员类别代码，见六类人员清单', 'Code of the category, one of the six') })
  category!: string | null;

  @Field(() => String, { nullable: true, ...described('类别证明材料的编号', 'Reference to the evidence of the category') })
  categoryEvidence!: string | null;

  @Field(() => Boolean, described('培训机构确认符合国家职业标准', 'The institution attests that the national standard is met'))
  meetsNationalStandard!: boolean;

  @Field(() => String, { nullable: true, ...described('实名制系统编号', 'Number in the real-name register') })
  realNameNumber!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('实名制登记日', 'The day of the real-name registration') })
  realNameOn!: string | null;

  @Field(() => CalendarDay, described('报名日', 'The day of the enrolment'))
  enrolledOn!: string;

  @Field(() => CalendarDay, { nullable: true, ...described('退出或转出日', 'The day of the withdrawal or transfer') })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, ...described('退出或转出的理由', 'Why it ended') })
  endReason!: string | null;

  @Field(() => Hours, { nullable: true, ...described('出勤学时；未登记时为空', 'Hours attended; null while nobody recorded them') })
  attendedHours!: string | null;
}

export const EnrolmentConnectionType = connectionType('Enrolment', '报名', 'enrolment', () => EnrolmentType);
export const EnrolmentPayloadType = payloadType('EnrolmentPayload', 'enrolment', () => EnrolmentType, '报名', 'enrolment');

@ObjectType('EnrolmentCounts', {
  ...described('班期名册上各状态的人数；只计权限范围内的', 'How many of a run stand in each state, within reach'),
  simpleResolvers: true,
})
export class EnrolmentCountsType {
  @Field(() => Int, described('在册', 'On the roster'))
  enrolled!: number;

  @Field(() => Int, described('已得等级证书', 'With the level certificate'))
  certified!: number;

  @Field(() => Int, described('已退出', 'Withdrawn'))
  withdrawn!: number;

  @Field(() => Int, described('已转出', 'Transferred'))
  transferred!: number;
}

@ObjectType('EnrolmentBatch', { ...described('一份名单的办理结果', 'What came of a list of trainees'), simpleResolvers: true })
export class EnrolmentBatchType {
  /** as the store keeps them; not fields */
  courseRunId!: string;
  entryId!: string;

  @Field(() => Int, described('已登记的行数', 'Lines enrolled'))
  enrolled!: number;

  @Field(() => Int, described('未登记的行数，原因见 userErrors', 'Lines left out, for the reasons in userErrors'))
  refused!: number;

  @Field(
    () => String,
    described(
      '审计条目中全部已登记行的默克尔根（SHA-256）',
      'The Merkle root (SHA-256) over the enrolled lines, which the audit entry holds',
    ),
  )
  merkleRoot!: string;
}

export const EnrolTraineesPayloadType = payloadType('EnrolTraineesPayload', 'batch', () => EnrolmentBatchType, '名单', 'list of trainees');

@ObjectType('RealNameRegistration', { ...described('实名制登记结果', 'A registration in the real-name register'), simpleResolvers: true })
export class RealNameRegistrationType {
  @Field(() => Int, described('登记人数', 'How many were registered'))
  registered!: number;

  @Field(() => CalendarDay, described('登记日', 'The day'))
  on!: string;
}

export const RegisterRealNamePayloadType = payloadType(
  'RegisterRealNamePayload',
  'registration',
  () => RealNameRegistrationType,
  '实名制登记',
  'registration',
);
