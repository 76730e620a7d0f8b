import { Field, ID, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import { described } from '../described.js';
import { CalendarDay, Hours } from '../scalars/scalars.js';
import { CertificateKindEnum, CertificateVerificationEnum, VerificationSourceEnum } from './certificate-enums.js';
import { connectionType } from './connection.type.js';
import { LevelEnum } from './enums.js';
import { NodeType } from './node.type.js';
import { OccupationType, occupationView } from './occupation.type.js';

@ObjectType('Certificate', {
  implements: NodeType,
  ...described(
    '培训合格证书或专业技术等级证书（附件3、附件4）；持证人见其培训登记',
    'A training or level certificate; its holder stands with the enrolment',
  ),
  simpleResolvers: true,
})
export class CertificateType extends NodeType {
  /** as the store keeps them; not fields */
  courseRunRowId!: string;
  enrolmentRowId!: string;

  @Field(() => CertificateKindEnum, described('种类', 'Kind'))
  kind!: string;

  @Field(() => ID, {
    nullable: true,
    ...described('所依据的考核计划；培训合格证书为空', 'The plan of assessment it rests on; null for a training certificate'),
  })
  assessmentPlanId!: string | null;

  @Field(() => String, described('发证机构代码', 'Code of the issuer'))
  issuerCode!: string;

  @Field(() => String, described('发证机构名称，按发证日目录', 'Name of the issuer, as the directory had it on the day of issue'))
  issuerName!: string;

  @Field(() => String, described('证书编号', 'Certificate number'))
  number!: string;

  @Field(() => OccupationType, described('职业', 'The occupation'))
  occupation!: OccupationType;

  @Field(() => String, { nullable: true, ...described('方向；没有则为空', 'The track; null where there is none') })
  track!: string | null;

  @Field(() => LevelEnum, described('等级', 'The level'))
  level!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('培训开始日；等级证书为空', 'First day of the training; null for a level certificate'),
  })
  fromOn!: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('培训结束日；等级证书为空', 'Last day of the training; null for a level certificate'),
  })
  toOn!: string | null;

  @Field(() => Hours, { nullable: true, ...described('证书所载学时；等级证书为空', 'Hours stated; null for a level certificate') })
  hours!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('理论知识考核合格日', 'The day on which the theory part was passed') })
  theoryPassedOn!: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('专业能力考核合格日', 'The day on which the part on professional ability was passed'),
  })
  practicePassedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('评价机构确认符合国家职业标准的申报条件', 'Whether the assessment body attested the conditions of the national standard'),
  })
  meetsNationalStandard!: boolean | null;

  @Field(() => CalendarDay, described('发证日', 'The day of issue'))
  issuedOn!: string;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;

  @Field(() => CertificateVerificationEnum, described('核验', 'Verification'))
  verification!: string;

  @Field(() => VerificationSourceEnum, { nullable: true, ...described('核验途径', 'Where it was looked up') })
  verificationSource!: string | null;

  @Field(() => String, { nullable: true, ...described('核验人', 'Who verified it') })
  verifiedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('核验日', 'The day of the verification') })
  verifiedOn!: string | null;

  @Field(() => String, { nullable: true, ...described('核验说明', 'A note of the verification') })
  verificationNote!: string | null;
}

/** A certificate as the API shows it; the book is that of the day of issue. */
export const certificateView = (book: RuleBook, row: CertificateRow): CertificateType => {
  const view = {
    ...row,
    __typename: 'Certificate',
    id: nodeId('Certificate', row.id),
    courseRunRowId: row.courseRunId,
    enrolmentRowId: row.enrolmentId,
    assessmentPlanId: row.assessmentPlanId === null ? null : nodeId('AssessmentPlan', row.assessmentPlanId),
    occupation: occupationView(book, row.occupationCode),
  };
  return view;
};

export const CertificateConnectionType = connectionType('Certificate', '证书', 'certificate', () => CertificateType);

@ObjectType('CertificateCounts', { ...described('一个班期的证书数', 'How many certificates a course run has'), simpleResolvers: true })
export class CertificateCountsType {
  @Field(() => Int, described('有效的培训合格证书', 'Training certificates that count'))
  training!: number;

  @Field(() => Int, described('有效的专业技术等级证书', 'Level certificates that count'))
  level!: number;

  @Field(() => Int, described('其中已核验相符', 'Of both, looked up and right'))
  verified!: number;

  @Field(() => Int, described('核验不符，不计入以上', 'Looked up and not right; in none of the above'))
  failed!: number;
}
