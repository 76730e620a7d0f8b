import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { assessmentPlanViewIn } from './assessment-plan.resolver.js';
import { described } from './described.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { AssessmentPlanType } from './types/assessment-plan.type.js';
import { CertificateCountsType, NO_CERTIFICATES } from './types/certificate.type.js';
import { CourseRunType } from './types/course-run.type.js';

@Resolver(() => CourseRunType)
export class CourseRunCertificatesResolver {
  @FieldResolver(() => AssessmentPlanType, { nullable: true, ...described('现行考核计划', 'The plan of assessment in force') })
  async assessmentPlan(@Root() { rowId }: CourseRunType, @Ctx() context: ServiceContext) {
    const plan = await context.loaders.assessmentPlanWithin(quietReachFor(context, 'assessmentPlans')).load(rowId);
    return plan === null ? null : assessmentPlanViewIn(context)(plan);
  }

  @FieldResolver(() => CertificateCountsType, described('证书数', 'How many certificates it has'))
  async certificateCounts(@Root() { rowId }: CourseRunType, @Ctx() { loaders }: ServiceContext) {
    return (await loaders.certificateCounts.load(rowId)) ?? NO_CERTIFICATES;
  }
}
