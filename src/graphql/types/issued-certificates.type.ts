import { Field, ID, ObjectType } from 'type-graphql';
import type { HoursAlert } from '../../operations/certificates/issue-training-certificate.js';
import { nodeId } from '../../policy/node-id.js';
import { reasonOf } from '../../policy/reasons.js';
import { described } from '../described.js';
import { Hours } from '../scalars/scalars.js';
import { CertificateType } from './certificate.type.js';
import { payloadType } from './payload.type.js';
import { ReasonType } from './reason.type.js';

@ObjectType('CertifiedHoursAlert', {
  ...described(
    '证书已登记，但其学时低于补贴要求，不予补贴',
    'The certificate is recorded, but its hours are below what a subsidy requires: nothing will be paid',
  ),
  simpleResolvers: true,
})
export class CertifiedHoursAlertType {
  @Field(() => ID, described('证书', 'The certificate'))
  certificateId!: string;

  @Field(() => ID, described('培训登记', 'The enrolment'))
  enrolmentId!: string;

  @Field(() => ReasonType, described('原因', 'The reason'))
  reason!: ReasonType;

  @Field(() => Hours, described('证书所载学时', 'Hours stated'))
  certifiedHours!: string;

  @Field(() => Hours, described('规定学时', 'Hours required'))
  requiredHours!: string;
}

/** An alert as the API shows it. */
export const certifiedHoursAlertView = ({
  certificateId,
  enrolmentId,
  certifiedHours,
  requiredHours,
}: HoursAlert): CertifiedHoursAlertType => ({
  certificateId: nodeId('Certificate', certificateId),
  enrolmentId: nodeId('Enrolment', enrolmentId),
  reason: reasonOf('HOURS_BELOW_REQUIREMENT'),
  certifiedHours,
  requiredHours,
});

@ObjectType('IssuedTrainingCertificates', {
  ...described('一次颁发的培训合格证书', 'The training certificates of one issue'),
  simpleResolvers: true,
})
export class IssuedTrainingCertificatesType {
  @Field(() => [CertificateType], described('证书，次序同输入', 'The certificates, in the order of the input'))
  certificates!: readonly CertificateType[];

  @Field(() => [CertifiedHoursAlertType], described('提示', 'Alerts'))
  alerts!: readonly CertifiedHoursAlertType[];
}

@ObjectType('IssuedLevelCertificates', {
  ...described('一次颁发的专业技术等级证书', 'The level certificates of one issue'),
  simpleResolvers: true,
})
export class IssuedLevelCertificatesType {
  @Field(() => [CertificateType], described('证书，次序同输入', 'The certificates, in the order of the input'))
  certificates!: readonly CertificateType[];
}

export const IssuedTrainingCertificatesPayloadType = payloadType(
  'IssuedTrainingCertificatesPayload',
  'issued',
  () => IssuedTrainingCertificatesType,
  '颁发的培训合格证书',
  'issued training certificates',
);
export const IssuedLevelCertificatesPayloadType = payloadType(
  'IssuedLevelCertificatesPayload',
  'issued',
  () => IssuedLevelCertificatesType,
  '颁发的专业技术等级证书',
  'issued level certificates',
);
export const CertificatePayloadType = payloadType('CertificatePayload', 'certificate', () => CertificateType, '证书', 'certificate');
