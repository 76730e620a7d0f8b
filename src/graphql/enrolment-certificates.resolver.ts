import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { certificateViewIn } from './certificate.resolver.js';
import { described } from './described.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { CertificateType } from './types/certificate.type.js';
import { EnrolmentType } from './types/enrolment.type.js';

@Resolver(() => EnrolmentType)
export class EnrolmentCertificatesResolver {
  @FieldResolver(
    () => [CertificateType],
    described('证书，按登记先后；核验不符的也在内', 'Its certificates in the order of their recording, those that failed included'),
  )
  async certificates(@Root() { row }: EnrolmentType, @Ctx() context: ServiceContext) {
    const rows = await context.loaders.certificatesOf(quietReachFor(context, 'certificates')).load(row.id);
    return rows.map(certificateViewIn(context));
  }
}
