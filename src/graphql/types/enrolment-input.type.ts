import { Field, ID, InputType } from 'type-graphql';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { factKey } from '../fact-key.js';
import { CalendarDay } from '../scalars/scalars.js';
import { KeyedInput } from './keyed-input.type.js';
import { EnrolmentStatusEnum, IdentityDocumentTypeEnum, OnLineErrorEnum } from './training-enums.js';

@InputType('EnrolmentFilter', described('报名的筛选；各项须同时满足', 'Which enrolments; all parts must hold'))
export class EnrolmentFilter {
  @Field(() => ID, { nullable: true, ...described('班期', 'The course run') })
  courseRunId?: string | null;

  @Field(() => EnrolmentStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('学员所在地区代码，如 LN-210100', "Code of the trainee's region, such as LN-210100"),
  })
  region?: string | null;
}

/** The conditions of a filter. Throws BAD_USER_INPUT for an id of something else. */
export const enrolmentConditions = (filter: EnrolmentFilter | null): readonly Condition[] => [
  ...(filter?.courseRunId ? [ofRun(factKey('CourseRun', 'filter.courseRunId', filter.courseRunId))] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.region ? [condition('row.region_code = $1', filter.region)] : []),
];

/** The enrolments of one run, in its year's partition. */
export const ofRun = (courseRunId: string): Condition =>
  condition('row.course_run_id = $1 AND row.year = $1::bigint / 1000000000', courseRunId);

const NAME = described('姓名，与证件一致，2 至 50 个字，不含数字', 'The name as the document has it, 2 to 50 letters, no digits');
const DOCUMENT_TYPE = described('证件类别；不填为居民身份证', 'Type of document; left out means the resident card');
const NUMBER = described('证件号码；只加密保存，不再完整显示', 'Identity number; kept encrypted and never shown whole again');
const REGION = described(
  '学员所在地区，代码或名称；不填为组织地区',
  "The trainee's region, code or Chinese name; left out means that of the run",
);
const CATEGORY = described('人员类别代码，如 CAT5；政府补贴培训必填', 'Code of the category, such as CAT5; needed in subsidised training');
const EVIDENCE = described(
  '类别证明材料的编号，不含个人信息；政府补贴培训必填',
  'Reference to the evidence of the category, without personal data; needed in subsidised training',
);
const STANDARD = described('培训机构确认符合国家职业标准', 'The institution attests that the national standard is met');
const RUN = described('班期', 'The course run');
const ENROLLED_ON = described('报名日，不晚于今天', 'The day of the enrolment, not after today');

@InputType('EnrolmentLineInput', described('名单的一行：一名学员', 'One line of a list: one trainee'))
export class EnrolmentLineInput {
  @Field(() => String, NAME)
  name!: string;

  @Field(() => IdentityDocumentTypeEnum, { nullable: true, ...DOCUMENT_TYPE })
  documentType?: string | null;

  @Field(() => String, NUMBER)
  identityNumber!: string;

  @Field(() => String, { nullable: true, ...REGION })
  region?: string | null;

  @Field(() => String, { nullable: true, ...CATEGORY })
  category?: string | null;

  @Field(() => String, { nullable: true, ...EVIDENCE })
  categoryEvidence?: string | null;

  @Field(() => Boolean, STANDARD)
  meetsNationalStandard!: boolean;
}

@InputType('EnrolTraineeInput', described('一名学员的报名', 'The enrolment of one trainee'))
export class EnrolTraineeInput extends KeyedInput {
  @Field(() => ID, RUN)
  courseRunId!: string;

  @Field(() => CalendarDay, ENROLLED_ON)
  enrolledOn!: string;

  @Field(() => EnrolmentLineInput, described('学员', 'The trainee'))
  line!: EnrolmentLineInput;
}

@InputType('EnrolTraineesInput', described('一份名单的报名，最多 10000 行', 'The enrolment of a list of at most 10,000 lines'))
export class EnrolTraineesInput extends KeyedInput {
  @Field(() => ID, RUN)
  courseRunId!: string;

  @Field(() => CalendarDay, ENROLLED_ON)
  enrolledOn!: string;

  @Field(() => OnLineErrorEnum, described('有的行不能登记时如何办理', 'What becomes of the list when some lines cannot be enrolled'))
  onError!: string;

  @Field(() => [EnrolmentLineInput], described('各行', 'The lines'))
  lines!: EnrolmentLineInput[];
}

@InputType()
abstract class TraineeActInput extends KeyedInput {
  @Field(() => ID, described('报名', 'The enrolment'))
  enrolmentId!: string;

  @Field(() => CalendarDay, described('日期，不晚于今天', 'The day, not after today'))
  on!: string;

  @Field(() => String, described('理由，不写姓名和号码', 'Reason, without name or number'))
  reason!: string;
}

@InputType('WithdrawTraineeInput', described('学员退出', 'The withdrawal of a trainee'))
export class WithdrawTraineeInput extends TraineeActInput {}

@InputType('TransferTraineeInput', described('学员转班', 'The transfer of a trainee'))
export class TransferTraineeInput extends TraineeActInput {
  @Field(
    () => ID,
    described(
      '转入的班期，同机构、职业、方向、等级、经费方式和年度',
      'The other run: same institution, occupation, track, level, funding and year',
    ),
  )
  toCourseRunId!: string;
}

@InputType(
  'CorrectTraineeInput',
  described('名册更正；不填的项不变，证件号码不可更正', 'A roster correction; what is left out stays, and a number is never corrected'),
)
export class CorrectTraineeInput extends TraineeActInput {
  @Field(() => String, { nullable: true, ...NAME })
  name?: string | null;

  @Field(() => String, { nullable: true, ...described('学员所在地区，代码或名称', "The trainee's region, code or Chinese name") })
  region?: string | null;

  @Field(() => String, { nullable: true, ...described('人员类别代码', 'Code of the category') })
  category?: string | null;

  @Field(() => String, { nullable: true, ...described('类别证明材料的编号', 'Reference to the evidence of the category') })
  categoryEvidence?: string | null;
}

@InputType('RealNameLineInput', described('一名学员的实名制编号', 'The number of one trainee in the real-name register'))
export class RealNameLineInput {
  @Field(() => ID, described('报名', 'The enrolment'))
  enrolmentId!: string;

  @Field(() => String, described('实名制系统编号，不得是证件号码', 'Number in the real-name register; no identity number'))
  realNameNumber!: string;
}

@InputType('RegisterRealNameInput', described('实名制登记，最多 1000 人', 'Registrations in the real-name register, at most 1,000'))
export class RegisterRealNameInput extends KeyedInput {
  @Field(() => [RealNameLineInput], described('各人', 'The trainees'))
  lines!: RealNameLineInput[];

  @Field(() => CalendarDay, described('登记日，不晚于今天', 'The day, not after today'))
  on!: string;
}
