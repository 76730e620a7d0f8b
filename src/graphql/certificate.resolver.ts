import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { issueLevelCertificate } from '../operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../operations/certificates/issue-training-certificate.js';
import { verifyCertificate } from '../operations/certificates/verify-certificate.js';
import { readCertificates } from '../store/certificates.js';
import type { CertificateRow } from '../store/rows/certificate-row.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { payloadOf } from './payload-of.js';
import { quietReachFor, reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import { rowIdOf } from './row-id-of.js';
import type { ServiceContext } from './service-context.js';
import {
  certificateConditions,
  CertificateFilter,
  IssueLevelCertificateInput,
  IssueTrainingCertificateInput,
  VerifyCertificateInput,
} from './types/certificate-input.type.js';
import { CertificateConnectionType, CertificateType, certificateView } from './types/certificate.type.js';
import { CourseRunType } from './types/course-run.type.js';
import { EnrolmentType } from './types/enrolment.type.js';
import {
  CertificatePayloadType,
  certifiedHoursAlertView,
  IssuedLevelCertificatesPayloadType,
  IssuedTrainingCertificatesPayloadType,
} from './types/issued-certificates.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

/** Certificates as the API shows them, under the rules of their day of issue. */
export const certificateViewIn =
  ({ desk }: ServiceContext) =>
  (row: CertificateRow) =>
    certificateView(desk.ruleBook({ on: row.issuedOn }), row);

@Resolver(() => CertificateType)
export class CertificateResolver {
  @Query(
    () => CertificateConnectionType,
    described('权限范围内的证书，按登记先后', 'The certificates within reach, in the order of their recording'),
  )
  async certificates(
    @Arg('filter', () => CertificateFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: CertificateFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'certificates');
    const courseRunId = rowIdOf('CourseRun', 'filter.courseRunId', filter?.courseRunId);
    const conditions = certificateConditions(filter, courseRunId, context.desk.today());
    const rows = await readCertificates(context.workplace.dataSource.manager, reach, conditions, rowPageOf('Certificate', page));
    return rowConnection('Certificate', rows, certificateViewIn(context));
  }

  @FieldResolver(() => CourseRunType, { nullable: true, ...described('班期', 'The course run') })
  async courseRun(@Root() { courseRunRowId }: CertificateType, @Ctx() context: ServiceContext) {
    const run = await context.loaders.courseRun.load(courseRunRowId);
    return run === null ? null : courseRunViewIn(context)(run);
  }

  @FieldResolver(() => EnrolmentType, { nullable: true, ...described('培训登记', 'The enrolment it was issued for') })
  async enrolment(@Root() { enrolmentRowId }: CertificateType, @Ctx() context: ServiceContext) {
    const enrolment = await context.loaders.enrolmentWithin(quietReachFor(context, 'enrolments')).load(enrolmentRowId);
    return enrolment === null ? null : enrolmentViewIn(context)(enrolment);
  }

  @Mutation(
    () => IssuedTrainingCertificatesPayloadType,
    described('培训机构颁发培训合格证书', 'Issue training certificates, as the institution'),
  )
  issueTrainingCertificate(
    @Arg('input', () => IssueTrainingCertificateInput, INPUT) input: IssueTrainingCertificateInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'issued', issueTrainingCertificate, input, ({ certificates, alerts }) => ({
      certificates: certificates.map(certificateViewIn(context)),
      alerts: alerts.map(certifiedHoursAlertView),
    }));
  }

  @Mutation(
    () => IssuedLevelCertificatesPayloadType,
    described('评价机构颁发专业技术等级证书', 'Issue level certificates, as the assessment body'),
  )
  issueLevelCertificate(
    @Arg('input', () => IssueLevelCertificateInput, INPUT) input: IssueLevelCertificateInput,
    @Ctx() context: ServiceContext,
  ) {
    const view = (rows: readonly CertificateRow[]) => ({ certificates: rows.map(certificateViewIn(context)) });
    return payloadOf(context, 'issued', issueLevelCertificate, input, view);
  }

  @Mutation(
    () => CertificatePayloadType,
    described('登记证书核验结果，须与登记人不同', 'Record a look-up of a certificate; not by who recorded it'),
  )
  verifyCertificate(@Arg('input', () => VerifyCertificateInput, INPUT) input: VerifyCertificateInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'certificate', verifyCertificate, input, certificateViewIn(context));
  }
}
