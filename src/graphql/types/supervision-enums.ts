import { type AlertCode, ALERTS } from '../../policy/training/alert-words.js';
import { publishedEnum } from './enums.js';

export const OnlineGateStatusEnum = publishedEnum('OnlineGateStatus', '班期线上占比的状态', 'How a run stands to the online share limit', {
  OK: ['不超过上限', 'Within the limit'],
  HOLD: ['超过上限，暂缓', 'Above the limit: on hold'],
  RELEASED: ['超过上限，已获书面例外', 'Above the limit, released by a written exception'],
});

export const InspectionMethodEnum = publishedEnum('InspectionMethod', '检查方式（五(三)）', 'How a run is inspected', {
  FILE_REVIEW: ['调阅资料', 'Review of files'],
  ON_SITE: ['现场检查', 'On the spot'],
  GEOFENCE: ['电子围栏', 'Geofence'],
  LOCATION_CHECK_IN: ['定位签到', 'Check-in by location'],
});

export const ControlPointEnum = publishedEnum('ControlPoint', '监管重点（五(一)）', 'What a city looks at', {
  QUALIFICATION: ['培训资质', 'Qualification of the institution'],
  RECRUITMENT: ['学员招收', 'Recruitment of trainees'],
  PROCESS: ['培训过程', 'Process of the training'],
  PAYMENT: ['补贴发放', 'Payment of the subsidy'],
});

export const ControlResultEnum = publishedEnum('ControlResult', '检查结果', 'What came of a control point', {
  PASS: ['通过', 'Passed'],
  FAIL: ['不通过', 'Failed'],
  NOT_CHECKED: ['未检查', 'Not checked'],
});

export const FindingScopeEnum = publishedEnum('FindingScope', '违规认定的对象（五(一)）', 'Whom a finding is on', {
  PERSON: ['人员', 'A trainee'],
  CLASS: ['班期', 'A class'],
});

const alertMeanings = Object.fromEntries(
  Object.entries(ALERTS).map(([code, [clause, zh, en]]) => [code, [`${bare(zh)}（${clause}）`, `${bare(en)} (${clause})`]]),
) as unknown as Record<AlertCode, readonly [string, string]>;
export const AlertCodeEnum = publishedEnum('CourseRunAlertCode', '班期提示', 'What is pointed out about a course run', alertMeanings);

/** The words of an alert with dots for its facts. */
function bare(template: string): string {
  return template.replace(/\{\w+\}/gu, '…');
}
