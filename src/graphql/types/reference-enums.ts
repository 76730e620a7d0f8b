import { publishedEnum } from './enums.js';

export const FigureKindEnum = publishedEnum('FigureKind', '数字的种类', 'What a figure of a notice is about', {
  HOURLY_RATE: ['每学时补贴标准（附件5）', 'Hourly rate (Annex 5)'],
  REQUIRED_HOURS: ['规定学时（附件5）', 'Required hours (Annex 5)'],
  QUOTA: ['地区名额（附件7）', 'Places of a region (Annex 7)'],
  QUOTA_TOTAL: ['名额合计（附件7 所印）', 'Total of the places, as printed in Annex 7'],
  GOAL: ['培育目标', 'Goal of the programme'],
  ONLINE_SHARE_MAX: ['线上课时占比上限', 'Online share limit'],
  ALERT_SHARE: ['提示线：只提示，不影响补贴', 'A share at which something is pointed out; no money depends on it'],
  REWARD: ['奖励项目的金额', 'Amount of a reward item'],
  REWARD_LIMIT: ['奖励项目的限制条件', 'Limit in a condition of a reward item'],
  THRESHOLD: ['人才政策的年龄、年限等界限', 'Threshold of a talent policy, such as an age'],
  NOMINATION_LIMIT: ['每批推荐机构数的上限', 'Most bodies that a region may nominate in a batch'],
  CRITERION: ['申报机构或基地的条件', 'Criterion for a body or a base that applies'],
  FORM_LIMIT: ['申报表各栏的字数上限', 'Most characters of a field of an application form'],
  DEADLINE: ['期限', 'Deadline or term'],
});

export const QuantityEnum = publishedEnum('Quantity', '数字的量纲', 'What kind of quantity a figure is', {
  CNY: ['元', 'Yuan'],
  CNY_PER_HOUR: ['元每学时', 'Yuan per training hour'],
  HOURS: ['学时', 'Training hours'],
  PERSONS: ['人数', 'Persons'],
  SHARE: ['占比，0.50 即一半', 'A share; 0.50 is one half'],
  YEARS: ['年', 'Years'],
  MONTHS: ['月', 'Months'],
  WORKING_DAYS: ['工作日', 'Working days'],
  COUNT: ['个数', 'A count'],
  CHARACTERS: ['字数', 'Characters'],
  DATE: ['日期', 'A day'],
  FLAG: ['是否：1 为是，0 为否', 'Yes or no: 1 or 0'],
});

export const BeneficiaryTypeEnum = publishedEnum('BeneficiaryType', '奖励对象的类型', 'What kind of subject a reward item is for', {
  PERSON: ['个人', 'A person'],
  UNIT: ['单位', 'A unit: an enterprise or public institution'],
  PERSON_OR_ENTERPRISE: ['个人或企业', 'A person or an enterprise'],
  TEAM: ['团队', 'A team'],
  CARRIER: ['人才载体', 'A talent carrier'],
  PROJECT: ['项目', 'A project'],
  NOT_STATED: ['文件未写明', 'Not stated'],
});

export const PayeeEnum = publishedEnum('Payee', '奖励的收款人', 'Who is paid a reward', {
  PERSON: ['个人', 'The person'],
  UNIT: ['单位', 'The unit'],
  ENTERPRISE: ['企业', 'The enterprise'],
  TEAM: ['团队', 'The team'],
  CARRIER: ['人才载体', 'The talent carrier'],
  PROJECT: ['项目', 'The project'],
  NOT_STATED: ['文件未写明', 'Not stated'],
});

export const OpenQuestionStatusEnum = publishedEnum('OpenQuestionStatus', '未决问题的状态', 'Whether an open question is settled', {
  UNCONFIRMED: ['尚无书面答复', 'Nobody has settled it in writing'],
  CONFIRMED: ['已有书面答复', 'Settled in writing'],
});

export const OpenQuestionGroupEnum = publishedEnum('OpenQuestionGroup', '未决问题的分组', 'What an open question is about', {
  A: ['补贴对象', 'Who may be subsidised'],
  B: ['补贴金额', 'Amount'],
  C: ['条件和证明材料', 'Conditions and evidence'],
  D: ['目录', 'Directory'],
  E: ['资金、发放和追回', 'Funds, payout, recovery'],
  F: ['名额和目标', 'Quota and goals'],
  G: ['有效期和解释', 'Validity and interpretation'],
  H: ['奖励（辽人社函〔2024〕251号）', 'Rewards (LN2024-251)'],
  I: ['基地（辽宁、青岛）', 'Bases (LN2025-TB, QD-PB)'],
  J: ['数据保护', 'Data protection'],
});
