import { type Bilingual, bilingual } from './bilingual.js';

/** Why something is not payable, or not yet. The order of the lists is the order of the answer. */
export const REFUSALS = [
  'MARKET_MODE',
  'CATEGORY_NOT_ELIGIBLE',
  'STANDARD_NOT_MET',
  'REGION_MISMATCH',
  'NO_TRAINING_INSTITUTION',
  'INSTITUTION_NOT_LISTED_FOR_OCCUPATION',
  'NO_EVALUATION_INSTITUTION',
  'EVALUATOR_NOT_LISTED_FOR_OCCUPATION',
  'TRAINING_CERT_MISSING',
  'LEVEL_CERT_MISSING',
  'CERT_MISMATCH',
  'HOURS_BELOW_REQUIREMENT',
  'CROSS_PROVINCE_FORBIDDEN',
  'VIOLATION_PERSON',
  'VIOLATION_CLASS',
  'DUPLICATE_OCCUPATION_LEVEL',
] as const;
export const HOLDS = ['HOLD_ONLINE_SHARE', 'HOLD_RECORDING_MISSING', 'HOLD_TUITION_CHARGED'] as const;
/** What only a claim is asked: after the refusals and holds that decide on any trainee. */
export const CLAIM_REASONS = ['NOTHING_DUE', 'CERTIFICATE_UNVERIFIED', 'LEFT_OUT_BY_REVIEW'] as const;
export const NOTICES = ['CATEGORY_LIST_UNCONFIRMED', 'REALNAME_MISSING'] as const;

export type Refusal = (typeof REFUSALS)[number];
export type Hold = (typeof HOLDS)[number];
export type ReasonCode = Refusal | Hold | (typeof NOTICES)[number] | (typeof CLAIM_REASONS)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly text: Bilingual;
  /** norm id such as `LN2023-36/4.1.11` */
  readonly clause: string;
  readonly fixableBy: Bilingual;
  readonly needed: Bilingual;
}

type ReasonTexts = readonly [clause: string, zh: string, en: string, fixZh: string, fixEn: string, neededZh: string, neededEn: string];

const INSTITUTION = ['培训机构', 'the training institution'] as const;
const CITY_HR = ['培训人员所在地区人社部门', "the HR bureau of the trainee's region"] as const;
const PROVINCE_HR = ['省人社厅', 'the provincial HR department'] as const;
const NOBODY = ['无法补正', 'nobody'] as const;

const TEXTS: Readonly<Record<ReasonCode, ReasonTexts>> = {
  MARKET_MODE: [
    'LN2023-36/4.1.7',
    '市场化培训不享受补贴',
    'Market-funded training carries no subsidy',
    ...NOBODY,
    '开班前改列政府补贴培训计划',
    'a subsidised plan before the start of the course run',
  ],
  CATEGORY_NOT_ELIGIBLE: [
    'LN2023-36/4.1.9',
    '不属于六类补贴人员',
    'Not one of the six categories entitled to the subsidy',
    ...INSTITUTION,
    '人员类别证明材料',
    'evidence of the category',
  ],
  STANDARD_NOT_MET: [
    'LN2023-36/4.1.9',
    '不符合国家职业标准的条件',
    'The national occupational standard is not met',
    ...INSTITUTION,
    '符合国家职业标准的证明',
    'evidence that the standard is met',
  ],
  REGION_MISMATCH: [
    'LN2023-36/4.1.9',
    '学员不属于组织培训的地区',
    'The trainee does not belong to the region that organises the training',
    ...CITY_HR,
    '由学员所在地区组织并申报',
    "a declaration by the trainee's own region",
  ],
  NO_TRAINING_INSTITUTION: [
    'LN2023-36/A1.9',
    '该职业当日没有入目录的培训机构',
    'No training institution is listed for this occupation on the day',
    ...PROVINCE_HR,
    '培训机构目录增列该职业',
    'a listing for this occupation in the directory',
  ],
  INSTITUTION_NOT_LISTED_FOR_OCCUPATION: [
    'LN2023-36/4.1.1',
    '该机构当日未列入此职业的培训机构目录',
    'The institution is not listed for this occupation on the day',
    ...PROVINCE_HR,
    '由已入目录的机构培训，或目录增列',
    'training by a listed institution, or a new listing',
  ],
  NO_EVALUATION_INSTITUTION: [
    'LN2023-36/A6.9',
    '该职业当日没有入目录的评价机构',
    'No assessment body is listed for this occupation on the day',
    ...PROVINCE_HR,
    '评价机构目录增列该职业',
    'a listing for this occupation in the directory',
  ],
  EVALUATOR_NOT_LISTED_FOR_OCCUPATION: [
    'LN2023-36/4.2.1',
    '该评价机构当日未列入此职业的目录',
    'The assessment body is not listed for this occupation on the day',
    ...INSTITUTION,
    '由已入目录的评价机构评价并发证',
    'an assessment by a listed body',
  ],
  TRAINING_CERT_MISSING: [
    'LN2023-36/4.1.11',
    '没有培训合格证书',
    'The training certificate is missing',
    ...INSTITUTION,
    '培训合格证书',
    'the training certificate',
  ],
  LEVEL_CERT_MISSING: [
    'LN2023-36/4.1.11',
    '没有专业技术等级证书',
    'The level certificate is missing',
    '评价机构',
    'the assessment body',
    '专业技术等级证书（职业技能等级证书不能替代）',
    'the level certificate; a vocational skill certificate does not replace it',
  ],
  CERT_MISMATCH: [
    'LN2023-36/4.1.11',
    '证书的职业或等级与培训不一致',
    'The certificate is for another occupation or level than the training',
    ...INSTITUTION,
    '与培训职业、等级一致的证书',
    'a certificate of the same occupation and level',
  ],
  HOURS_BELOW_REQUIREMENT: [
    'LN2023-36/A5.12',
    '证书学时低于规定学时',
    'The certified hours are below the required hours',
    ...INSTITUTION,
    '补足学时后的培训合格证书',
    'a training certificate over the full hours',
  ],
  CROSS_PROVINCE_FORBIDDEN: [
    'LN2023-36/5.2.3',
    '跨省开展培训',
    'The training crossed the province',
    ...NOBODY,
    '在省内由目录内机构重新培训',
    'training inside the province by a listed institution',
  ],
  VIOLATION_PERSON: [
    'LN2023-36/5.1.3',
    '该人员被认定违规',
    'The trainee was found in violation',
    ...CITY_HR,
    '撤销违规认定的文书',
    'a decision that lifts the finding',
  ],
  VIOLATION_CLASS: [
    'LN2023-36/5.1.3',
    '该班期被认定违规',
    'The course run was found in violation',
    ...CITY_HR,
    '撤销违规认定的文书',
    'a decision that lifts the finding',
  ],
  DUPLICATE_OCCUPATION_LEVEL: [
    'LN2023-36/4.1.12',
    '同一人同一职业同一等级已经补贴过',
    'This person was already subsidised for this occupation and level',
    ...NOBODY,
    '无',
    'nothing',
  ],
  HOLD_ONLINE_SHARE: [
    'LN2023-36/4.1.4',
    '线上课时超过规定的占比上限',
    'Online hours exceed the permitted share of all hours',
    ...CITY_HR,
    '书面例外批准及文号',
    'a written exception with its document number',
  ],
  HOLD_RECORDING_MISSING: [
    'LN2023-36/5.2.2',
    '没有完整的全程录像',
    'The recording is not complete',
    ...INSTITUTION,
    '全程录像',
    'the complete recording',
  ],
  HOLD_TUITION_CHARGED: [
    'LN2023-36/4.1.10',
    '向补贴学员收取了费用',
    'A subsidised trainee was charged',
    ...INSTITUTION,
    '退费凭证',
    'evidence of the refund',
  ],
  NOTHING_DUE: ['LN2023-36/4.1.12', '应付金额已经全部支付', 'All that is due has been paid', ...NOBODY, '无', 'nothing'],
  CERTIFICATE_UNVERIFIED: [
    'LN2023-36/4.2.6',
    '证书尚未核验',
    'A certificate has not been verified yet',
    ...CITY_HR,
    '在查询网站核验并登记结果（Q21）',
    'a look-up of the certificate, recorded (Q21)',
  ],
  LEFT_OUT_BY_REVIEW: [
    'LN2023-36/5.1.1',
    '审核时未列入本次支付',
    'Left out of this payment by a review',
    ...INSTITUTION,
    '按审核理由补正后另行申领',
    'another claim once the reason of the review is mended',
  ],
  CATEGORY_LIST_UNCONFIRMED: [
    'LN2023-36/4.1.9',
    '六类人员的名单尚未确认（辽财社〔2019〕276号 不在五份文件之内），结果仅供测算，确认前不得支付',
    'The list of the six categories is not confirmed (辽财社〔2019〕276号 is not at hand): this is a computation, nothing may be paid on it yet',
    ...PROVINCE_HR,
    '经确认并注明文号的六类人员名单',
    'the confirmed list with its document number',
  ],
  REALNAME_MISSING: [
    'LN2023-36/6.1.4',
    '尚未在职业技能培训实名制信息管理系统登记',
    'Not in the real-name training register yet',
    ...CITY_HR,
    '实名制登记编号',
    'the number in the real-name register',
  ],
};

const READY = new Map(
  Object.entries(TEXTS).map(([code, [clause, zh, en, fixZh, fixEn, neededZh, neededEn]]): [string, Reason] => [
    code,
    {
      code: code as ReasonCode,
      text: bilingual(zh, en),
      clause,
      fixableBy: bilingual(fixZh, fixEn),
      needed: bilingual(neededZh, neededEn),
    },
  ]),
);

/** The reason of a code with its clause, who can mend it and what is needed for that. Source: 辽人社发〔2023〕36号 */
export const reasonOf = (code: ReasonCode): Reason => READY.get(code) as Reason;
