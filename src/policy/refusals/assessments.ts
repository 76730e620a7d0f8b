import { refusalsFrom, type RefusalWords } from './refusal.js';

const BODY = ['评价机构', 'the assessment body'] as const;
const BOTH = ['培训机构与评价机构', 'the training institution with the assessment body'] as const;
const PROVINCE_HR = ['省人社厅', 'the provincial HR department'] as const;
const DAYS = ['正确的日期', 'days in order'] as const;

const WORDS = {
  ASSESSOR_NOT_LISTED: [
    'RULE',
    'LN2023-36/4.2.1',
    '{body} 在 {on} 未列入职业 {occupation} 的评价机构目录；已列入的有：{listed}',
    '{body} is not listed as an assessment body for {occupation} on {on}; listed are: {listed}',
    ...BOTH,
    '由该职业已入目录的评价机构考核',
    'an assessment by a body that is listed for the occupation',
  ],
  ASSESSOR_SUSPENDED: [
    'STATUS',
    'LN2023-36/4.2.1',
    '{body} 自 {since} 起状态为 {found}（{document}），不得考核发证',
    '{body} has been {found} since {since} ({document}): it may not assess',
    ...PROVINCE_HR,
    '恢复目录状态的文书，或改由其他评价机构考核',
    'a decision that lists the body again, or another body',
  ],
  ASSESSOR_IS_TRAINER: [
    'RULE',
    'LN2023-36/4.2.1',
    '评价机构 {body} 与培训机构 {institution} 为同一单位，不得考核自己的学员',
    'The assessment body {body} is the training institution {institution}: nobody assesses their own trainees',
    ...BOTH,
    '由另一评价机构考核',
    'an assessment by another body',
  ],
  PLAN_IN_USE: [
    'STATUS',
    'LN2023-36/4.2.1',
    '本班期已按现行考核计划颁发专业技术等级证书，不得更换计划',
    'Level certificates have been issued under the plan in force: it is not replaced any more',
    ...BOTH,
    '继续使用现行考核计划',
    'the plan in force',
  ],
  PLANNED_BEFORE_END: [
    'RULE',
    'LN2023-36/4.2.2',
    '考核日 {on} 早于培训结束日 {endsOn}；取得培训合格证书后方可考核',
    'The assessment on {on} is before the end of the training on {endsOn}: it follows the training certificate',
    ...BOTH,
    ...DAYS,
  ],
  PLAN_AFTER_EXAM: [
    'RULE',
    'LN2023-36/4.2.1',
    '{act} 的日期 {on} 晚于首个考核日 {examOn}；考核计划须在考核之前确定',
    '{act} on {on} is after the first part of the assessment on {examOn}: a plan comes first',
    ...BOTH,
    ...DAYS,
  ],
  PLAN_STATE: [
    'STATUS',
    'LN2023-36/4.2.1',
    '考核计划的状态是 {found}，此操作要求 {expected}',
    'The plan of assessment is {found}; this needs {expected}',
    ...BOTH,
    '处于所需状态的考核计划',
    'a plan in that state',
  ],
  PLAN_NOT_CONFIRMED: [
    'STATUS',
    'LN2023-36/4.2.1',
    '考核计划的状态是 {found}，须先由评价机构确认',
    'The plan of assessment is {found}; the assessment body confirms it first',
    ...BODY,
    '确认考核计划',
    'the confirmation of the plan',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why a plan of assessment, or a body to assess under it, is not accepted as asked. Source: 辽人社发〔2023〕36号, 四(二), 附件6 */
export const refuseAssessment = refusalsFrom(WORDS);
export const ASSESSMENT_REFUSALS = WORDS;
