import { AgreementResolver } from './agreement.resolver.js';
import { AssessmentPlanResolver } from './assessment-plan.resolver.js';
import { AuditEntryResolver } from './audit-entry.resolver.js';
import { CallerResolver } from './caller.resolver.js';
import { CertificateResolver } from './certificate.resolver.js';
import { EnrolmentCertificatesResolver } from './enrolment-certificates.resolver.js';
import { CourseRunCertificatesResolver } from './course-run-certificates.resolver.js';
import { CourseRunRosterResolver } from './course-run-roster.resolver.js';
import { CourseRunResolver } from './course-run.resolver.js';
import { EnrolmentBatchResolver, EnrolmentFieldsResolver } from './enrolment-fields.resolver.js';
import { EnrolmentResolver } from './enrolment.resolver.js';
import { RevealedIdentityResolver } from './revealed-identity.resolver.js';
import { RevokedTokenResolver } from './revoked-token.resolver.js';
import { supervisionResolvers } from './supervision-resolvers.js';
import { TrainingPlanResolver } from './training-plan.resolver.js';

/** The resolvers of what happens: agreements, plans, course runs, trainees, certificates and their supervision. */
export const trainingResolvers = [
  AgreementResolver,
  AssessmentPlanResolver,
  AuditEntryResolver,
  CallerResolver,
  CertificateResolver,
  CourseRunCertificatesResolver,
  EnrolmentCertificatesResolver,
  CourseRunRosterResolver,
  CourseRunResolver,
  EnrolmentBatchResolver,
  EnrolmentFieldsResolver,
  EnrolmentResolver,
  RevealedIdentityResolver,
  RevokedTokenResolver,
  ...supervisionResolvers,
  TrainingPlanResolver,
] as const;
