import { refusalsFrom, type RefusalWords } from './refusal.js';

const INSTITUTION = ['培训机构', 'the training institution'] as const;
const BODY = ['评价机构', 'the assessment body'] as const;
const BOTH = ['培训机构与评价机构', 'the training institution with the assessment body'] as const;
const CITY_HR = ['培训人员所在地区人社部门', "the HR bureau of the trainee's region"] as const;
const PROVINCE_HR = ['省人社厅', 'the provincial HR department'] as const;
const DAYS = ['正确的日期', 'days in order'] as const;

const TRAINING = {
  ISSUER_NOT_LISTED: [
    'RULE',
    'LN2023-36/A3.5',
    '发证机构 {issuer} 在 {issuedOn} 不在目录中，证书名称无从核对',
    'The issuer {issuer} stands in no directory on {issuedOn}, which its name on the certificate must equal',
    ...PROVINCE_HR,
    '目录中的机构名称',
    'the name of the issuer in the directory',
  ],
  FIELD_NOT_RECORDED: [
    'RULE',
    'LN2023-36/A3.4',
    '{issuedOn} 的规定要求证书载明 {fields}，本系统尚未登记此项',
    'On {issuedOn} a certificate must show {fields}, which is not recorded here yet',
    ...PROVINCE_HR,
    '本系统增加该登记项',
    'this service must record it first',
  ],
  RUN_NOT_FINISHED: [
    'STATUS',
    'LN2023-36/4.1.6',
    '班期的状态是 {found}；结业考核合格后方可颁发培训合格证书',
    'The course run is {found}; a training certificate follows its completion exam',
    ...INSTITUTION,
    '先办理结班',
    'the end of the course run, recorded',
  ],
  NOT_ENROLLED: [
    'STATUS',
    'LN2023-36/4.1.6',
    '培训人员的状态是 {found}，不得发证',
    'The enrolment is {found}: no certificate for it',
    ...INSTITUTION,
    '在册的培训人员',
    'an enrolment that still stands',
  ],
  TRAINING_DAYS_REVERSED: [
    'RULE',
    'LN2023-36/A3.1',
    '培训结束日 {toOn} 早于开始日 {fromOn}',
    'The last day {toOn} is before the first {fromOn}',
    ...INSTITUTION,
    ...DAYS,
  ],
  OUTSIDE_RUN: [
    'RULE',
    'LN2023-36/A3.1',
    '{on} 不在班期的实际起止日之内（{startedOn} 至 {finishedOn}）',
    '{on} lies outside the days on which the run was held ({startedOn} to {finishedOn})',
    ...INSTITUTION,
    ...DAYS,
  ],
  TRAINED_BEFORE_ENROLMENT: [
    'RULE',
    'LN2023-36/A3.1',
    '培训结束日 {toOn} 早于学员的登记日 {enrolledOn}',
    'The training ended on {toOn}, before the trainee was enrolled on {enrolledOn}',
    ...INSTITUTION,
    ...DAYS,
  ],
  ISSUED_BEFORE_END: [
    'RULE',
    'LN2023-36/A3.2',
    '发证日 {issuedOn} 早于培训结束日 {toOn}',
    'Issued on {issuedOn}, before the training ended on {toOn}',
    ...INSTITUTION,
    ...DAYS,
  ],
  HOURS_MISSING: [
    'RULE',
    'LN2023-36/A3.1',
    '证书须载明学时',
    'A training certificate states its hours',
    ...INSTITUTION,
    '大于 0 的学时',
    'hours above none',
  ],
  HOURS_ABOVE_RUN: [
    'RULE',
    'LN2023-36/A3.1',
    '证书学时 {hours} 多于班期学时 {taught}',
    'The certificate states {hours} hours, the course run has {taught}',
    ...INSTITUTION,
    '与班期相符的学时',
    'hours that were taught',
  ],
  CERTIFICATE_EXISTS: [
    'DUPLICATE',
    'LN2023-36/4.1.6',
    '该培训人员本次培训已有此类证书',
    'There is such a certificate for this enrolment',
    ...INSTITUTION,
    '查看已登记的证书；核验不符的可以换发',
    'a look at the recorded one; only one that failed its verification is replaced',
  ],
  NUMBER_TAKEN: [
    'DUPLICATE',
    'LN2023-36/A3.3',
    '同一发证机构已登记此证书编号',
    'The issuer has recorded a certificate with this number',
    '发证机构',
    'the issuer',
    '另一个编号',
    'another number',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

const LEVEL = {
  TRAINING_CERTIFICATE_FIRST: [
    'RULE',
    'LN2023-36/4.2.2',
    '没有有效的培训合格证书，不得参加专业技术等级考核',
    'Without a training certificate that counts there is no assessment',
    ...INSTITUTION,
    '先颁发培训合格证书',
    'the training certificate first',
  ],
  EXAM_BEFORE_TRAINING_CERTIFICATE: [
    'RULE',
    'LN2023-36/4.2.2',
    '考核日 {examOn} 早于培训合格证书发证日 {issuedOn}',
    'The assessment on {examOn} is before the training certificate of {issuedOn}',
    ...BOTH,
    ...DAYS,
  ],
  EXAM_BEFORE_PLAN: [
    'RULE',
    'LN2023-36/4.2.1',
    '考核日 {examOn} 早于考核计划所定的 {plannedOn}',
    'The assessment on {examOn} is before the day of the plan, {plannedOn}',
    ...BOTH,
    '正确的日期，或另行确认考核计划',
    'days in order, or another plan',
  ],
  ISSUED_BEFORE_EXAM: [
    'RULE',
    'LN2023-36/4.2.4',
    '发证日 {issuedOn} 早于考核日 {examOn}',
    'Issued on {issuedOn}, before the assessment on {examOn}',
    ...BODY,
    ...DAYS,
  ],
  PART_NOT_PASSED: [
    'RULE',
    'LN2023-36/4.2.3',
    '理论知识和专业能力考核须均合格',
    'Both parts must be passed: theory and professional ability',
    ...BODY,
    '两项考核的合格日期',
    'the days on which both were passed',
  ],
  CERT_MISMATCH: [
    'RULE',
    'LN2023-36/4.2.4',
    '证书所载 {found} 与培训的 {trained} 不一致',
    'The certificate says {found}, the training was in {trained}',
    ...BODY,
    '与培训的职业、方向、等级一致的证书',
    'a certificate of the same occupation, track and level',
  ],
  STANDARD_NOT_MET: [
    'RULE',
    'LN2023-36/4.2.2',
    '未经确认符合国家职业标准规定的考核申报条件',
    'That the conditions of the national standard are met is not attested',
    ...BODY,
    '评价机构对申报条件的确认',
    'the attestation of the assessment body',
  ],
  STANDARD_NOT_ATTESTED: [
    'RULE',
    'LN2023-36/4.1.9',
    '报名时培训机构未确认其符合国家职业标准',
    'At enrolment the institution did not attest that the national standard is met',
    ...INSTITUTION,
    '更正报名信息并确认',
    'a corrected enrolment with the attestation',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

const VERIFICATION = {
  ALREADY_SO: [
    'STATUS',
    'LN2023-36/4.2.6',
    '核验结果已是 {found}',
    'The verification says {found} already',
    ...CITY_HR,
    '无需再次登记',
    'nothing more',
  ],
  RECORDER_VERIFIES: [
    'SAME_PERSON',
    'LN2023-36/4.2.6',
    '登记证书的人不得核验该证书',
    'Who recorded a certificate does not verify it',
    ...CITY_HR,
    '由另一人核验',
    'another person',
  ],
  VERIFIED_BEFORE_ISSUE: [
    'RULE',
    'LN2023-36/4.2.6',
    '核验日 {verifiedOn} 早于发证日 {issuedOn}',
    'Verified on {verifiedOn}, before the issue on {issuedOn}',
    ...CITY_HR,
    ...DAYS,
  ],
  CERTIFICATE_REPLACED: [
    'DUPLICATE',
    'LN2023-36/4.2.6',
    '该证书核验不符后已换发新证书，不能再改为 VERIFIED',
    'Another certificate was issued after this one failed: it cannot become VERIFIED any more',
    ...CITY_HR,
    '核验换发的证书',
    'the verification of the new one',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

const WORDS = { ...TRAINING, ...LEVEL, ...VERIFICATION };

/** Why a certificate or its verification is not accepted as asked. Source: 辽人社发〔2023〕36号, 四(一), 四(二), 附件3, 附件4 */
export const refuseCertificate = refusalsFrom(WORDS);
export const CERTIFICATE_REFUSALS = WORDS;
