import { Field, ID, InputType, Int } from 'type-graphql';
import { bilingual } from '../../policy/bilingual.js';
import { withoutAssessment } from '../../store/certificates.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { badInput } from '../bad-input.js';
import { described } from '../described.js';
import { CalendarDay, Hours } from '../scalars/scalars.js';
import { CertificateKindEnum, CertificateVerificationEnum, VerificationOutcomeEnum, VerificationSourceEnum } from './certificate-enums.js';
import { LevelEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';

@InputType()
abstract class CertificateLineInput {
  @Field(() => ID, described('培训登记', 'The enrolment'))
  enrolmentId!: string;

  @Field(() => String, described('证书编号，同一发证机构内唯一', 'Certificate number, unique for its issuer'))
  number!: string;

  @Field(() => CalendarDay, described('发证日，不晚于今天', 'The day of issue, not after today'))
  issuedOn!: string;
}

@InputType('TrainingCertificateLineInput', described('一名培训人员的培训合格证书', 'The training certificate of one trainee'))
export class TrainingCertificateLineInput extends CertificateLineInput {
  @Field(() => CalendarDay, described('培训开始日', 'First day of the training'))
  fromOn!: string;

  @Field(() => CalendarDay, described('培训结束日', 'Last day of the training'))
  toOn!: string;

  @Field(() => Hours, described('证书所载学时', 'Hours stated on the certificate'))
  hours!: string;
}

@InputType(
  'IssueTrainingCertificateInput',
  described('颁发培训合格证书，全部办理或全不办理', 'Training certificates to be issued, all or none'),
)
export class IssueTrainingCertificateInput extends KeyedInput {
  @Field(() => [TrainingCertificateLineInput], described('1 至 1000 名培训人员', '1 to 1000 trainees'))
  lines!: TrainingCertificateLineInput[];
}

@InputType('LevelCertificateLineInput', described('一名培训人员的专业技术等级证书', 'The level certificate of one trainee'))
export class LevelCertificateLineInput extends CertificateLineInput {
  @Field(() => String, described('证书所载职业，代码或名称', 'Occupation on the certificate, code or Chinese name'))
  occupation!: string;

  @Field(() => String, {
    nullable: true,
    ...described('证书所载方向；没有则不填', 'Track on the certificate; left out where there is none'),
  })
  track?: string | null;

  @Field(() => LevelEnum, described('证书所载等级', 'Level on the certificate'))
  level!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('理论知识考核合格日；未合格则不填', 'The day on which the theory part was passed; left out if it was not'),
  })
  theoryPassedOn?: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described(
      '专业能力考核合格日；未合格则不填',
      'The day on which the part on professional ability was passed; left out if it was not',
    ),
  })
  practicePassedOn?: string | null;

  @Field(() => Boolean, described('确认符合国家职业标准的考核申报条件', 'Whether the conditions of the national standard are attested'))
  meetsNationalStandard!: boolean;
}

@InputType(
  'IssueLevelCertificateInput',
  described('颁发专业技术等级证书，全部办理或全不办理', 'Level certificates to be issued, all or none'),
)
export class IssueLevelCertificateInput extends KeyedInput {
  @Field(() => [LevelCertificateLineInput], described('1 至 1000 名培训人员', '1 to 1000 trainees'))
  lines!: LevelCertificateLineInput[];
}

@InputType('VerifyCertificateInput', described('登记证书核验结果', 'The outcome of a look-up of a certificate'))
export class VerifyCertificateInput extends KeyedInput {
  @Field(() => ID, described('证书', 'The certificate'))
  certificateId!: string;

  @Field(() => VerificationOutcomeEnum, described('结果', 'Outcome'))
  outcome!: string;

  @Field(() => VerificationSourceEnum, described('核验途径', 'Where it was looked up'))
  source!: string;

  @Field(() => CalendarDay, described('核验日，不晚于今天', 'The day of the look-up, not after today'))
  verifiedOn!: string;

  @Field(() => String, { nullable: true, ...described('说明', 'Note') })
  note?: string | null;
}

@InputType('CertificateFilter', described('证书的筛选；各项须同时满足', 'Which certificates; all parts must hold'))
export class CertificateFilter {
  @Field(() => CertificateKindEnum, { nullable: true, ...described('种类', 'Kind') })
  kind?: string | null;

  @Field(() => CertificateVerificationEnum, { nullable: true, ...described('核验', 'Verification') })
  verification?: string | null;

  @Field(() => ID, { nullable: true, ...described('班期', 'The course run') })
  courseRunId?: string | null;

  @Field(() => String, { nullable: true, ...described('发证机构代码', 'Code of the issuer') })
  issuer?: string | null;

  @Field(() => Int, {
    nullable: true,
    ...described(
      '发证已超过这些天仍未取得专业技术等级证书的培训合格证书；“及时”没有规定天数，由查询人给出（四(二)）',
      'Only training certificates older than so many days without a level certificate; the notice says "in time" without a number, so the caller gives one',
    ),
  })
  assessmentOverdueDays?: number | null;
}

const DAYS_MAX = 3_650;
const DAYS_EXPECTED = bilingual(`应为 0 至 ${DAYS_MAX} 的整数`, `a whole number from 0 to ${DAYS_MAX}`);

/** Throws BAD_USER_INPUT. */
function overdueOn(today: string, days: number): Condition {
  if (days < 0 || days > DAYS_MAX) throw badInput('filter.assessmentOverdueDays', DAYS_EXPECTED, days);
  return withoutAssessment(today, days);
}

/** The conditions of a filter on a day, its run given as the store keeps it. Throws BAD_USER_INPUT. */
export const certificateConditions = (
  filter: CertificateFilter | null,
  courseRunId: string | null,
  today: string,
): readonly Condition[] => [
  ...(filter?.kind ? [condition('row.kind = $1', filter.kind)] : []),
  ...(filter?.verification ? [condition('row.verification = $1', filter.verification)] : []),
  ...(courseRunId === null ? [] : [condition('row.course_run_id = $1', courseRunId)]),
  ...(filter?.issuer ? [condition('row.issuer_code = $1', filter.issuer)] : []),
  ...(typeof filter?.assessmentOverdueDays === 'number' ? [overdueOn(today, filter.assessmentOverdueDays)] : []),
];
