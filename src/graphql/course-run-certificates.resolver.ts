import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { assessmentPlanViewIn } from './assessment-plan.resolver.js';
import { described } from './described.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { AssessmentPlanType } from './types/assessment-plan.type.js';
import { CertificateCountsType } from './types/certificate.type.js';
import { CourseRunType } from './types/course-run.type.js';

@Resolver(() => CourseRunType)
export class CourseRunCertificatesResolver {
  @FieldResolver(() => AssessmentPlanType, { nullable: true, ...described('现行考核计划', 'The plan of assessment in force') })
  async assessmentPlan(@Root() { rowId }: CourseRunType, @Ctx() context: ServiceContext) {
    const plan = await context.loaders.assessmentPlanWithin(quietReachFor(context, 'assessmentPlans')).load(rowId);
    return plan === null ? null : assessmentPlanViewIn(context)(plan);
  }

  @FieldResolver(
    () => CertificateCountsType,
    described('权限范围内的证书数', 'How many certificates it has, as far as they are within reach'),
  )
  certificateCounts(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    return context.loaders.certificateCounts(quietReachFor(context, 'certificates')).load(row);
  }
}
