import { type Bilingual, bilingual } from '../bilingual.js';
import { filled } from '../refusals/refusal.js';

type AlertWords = readonly [clause: string, zh: string, en: string];

/** What can be pointed out about a course run: clause and words; `{name}` stands for a fact. Source: 辽人社发〔2023〕36号, 四, 五, 六(一), 附件5 */
export const ALERTS = {
  ONLINE_SHARE_HOLD: [
    'LN2023-36/4.1.4',
    '线上学时占 {percent}%，超过上限 {limit}%，暂缓',
    '{percent} % online exceeds the limit of {limit} %: on hold',
  ],
  ONLINE_SHARE_NEAR: [
    'LN2023-36/4.1.4',
    '线上学时占 {percent}%，接近上限 {limit}%',
    '{percent} % online comes near the limit of {limit} %',
  ],
  NO_ASSESSMENT_BODY: ['LN2023-36/A6.9', '职业 {occupation} 没有入目录的评价机构', 'No assessment body is listed for {occupation}'],
  INSTITUTION_SUSPENDED: ['LN2023-36/5.1.2', '{institution} 的目录状态是 {found}', '{institution} is {found} in the directory'],
  CROSS_PROVINCE: [
    'LN2023-36/5.2.3',
    '培训地点在省外，或培训机构不在本省目录',
    'The venue lies outside the province, or its directory does not list the institution',
  ],
  FINDING_IN_FORCE: ['LN2023-36/5.1.3', '有 {count} 项违规认定尚在效力', 'Findings of violation in force: {count}'],
  ATTENDANCE_LOW: [
    'LN2023-36/5.2.1',
    '{trainees} 名学员中 {count} 名的出勤低于提示线，只作提示',
    '{count} of {trainees} trainees attended less than the share that is pointed out; nothing is refused for it',
  ],
  ATTENDANCE_MISSING: [
    'LN2023-36/5.2.1',
    '{trainees} 名学员中 {count} 名没有出勤记录',
    'No attendance is recorded of {count} of {trainees} trainees',
  ],
  RECORDING_MISSING: [
    'LN2023-36/5.2.2',
    '录像不全：已录 {recorded} 天；已申报的 {days} 个授课日中缺 {missing} 天',
    'The recording is not complete: {recorded} days recorded; of {days} declared session days {missing} are missing',
  ],
  AGREEMENT_MISSING: [
    'LN2023-36/6.1.2',
    '{region} 与 {institution} 在 {on} 没有有效的培训协议',
    'There is no training agreement of {region} with {institution} on {on}',
  ],
  HOURS_BELOW_REQUIREMENT: [
    'LN2023-36/A5.12',
    '计划学时（线上 {online}，线下 {offline}）低于规定的 {required} 学时',
    'The planned hours ({online} online, {offline} offline) are below the required {required}',
  ],
} as const satisfies Readonly<Record<string, AlertWords>>;

export type AlertCode = keyof typeof ALERTS;

/** The clause of an alert and its words with the facts in them. */
export function alertWords(
  code: AlertCode,
  facts: Readonly<Record<string, string | number>>,
): { readonly clause: string; readonly text: Bilingual } {
  const [clause, zh, en] = ALERTS[code];
  return { clause, text: bilingual(filled(zh, facts), filled(en, facts)) };
}
