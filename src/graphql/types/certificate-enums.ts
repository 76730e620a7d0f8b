import { publishedEnum } from './enums.js';

export const CertificateKindEnum = publishedEnum('CertificateKind', '证书种类', 'Kind of certificate', {
  TRAINING: ['培训合格证书，由培训机构颁发', 'Training certificate, issued by the institution'],
  LEVEL: ['专业技术等级证书，由评价机构颁发', 'Level certificate, issued by the assessment body'],
});

export const CertificateVerificationEnum = publishedEnum('CertificateVerification', '证书核验', 'Verification of a certificate', {
  UNVERIFIED: ['未核验', 'Not verified yet'],
  VERIFIED: ['核验相符', 'Looked up and right'],
  FAILED: ['核验不符，不计；可换发', 'Looked up and not right: it does not count and may be replaced'],
});

export const VerificationOutcomeEnum = publishedEnum('VerificationOutcome', '核验结果', 'Outcome of a verification', {
  VERIFIED: ['相符', 'It is right'],
  FAILED: ['不符', 'It is not'],
});

export const VerificationSourceEnum = publishedEnum(
  'VerificationSource',
  '核验途径（附件3 所印网址）',
  'Where a certificate was looked up (the sites of Annex 3)',
  {
    OSTA: ['技能人才评价工作网 osta.org.cn', 'The skilled-talent assessment site, osta.org.cn'],
    ZSGX: ['国家专业技术人员知识更新工程网 zsgx.mohrss.gov.cn', 'The knowledge-renewal project site, zsgx.mohrss.gov.cn'],
    PAPER: ['纸质原件', 'The paper original'],
  },
);

export const AssessmentPlanStatusEnum = publishedEnum('AssessmentPlanStatus', '考核计划状态', 'State of a plan of assessment', {
  FILED: ['已提交，待评价机构确认', 'Filed, waiting for the assessment body'],
  CONFIRMED: ['已确认', 'Confirmed'],
  WITHDRAWN: ['已被新计划取代', 'Replaced by a later plan'],
});
