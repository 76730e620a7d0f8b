import { IDENTITY_DOCUMENT_TYPES, identityDocumentName } from '../../policy/identity-document.js';
import { publishedEnum } from './enums.js';

export const TeachingModeEnum = publishedEnum('TeachingMode', '培训方式', 'How a course run is taught', {
  OFFLINE: ['线下', 'Offline'],
  ONLINE: ['线上', 'Online'],
  BLENDED: ['线上线下相结合', 'Blended'],
});

export const CourseRunStatusEnum = publishedEnum('CourseRunStatus', '班期状态', 'State of a course run', {
  FILED: ['已备案，待审核', 'Filed, waiting for a decision'],
  APPROVED: ['已批准，名额已预留', 'Approved, its places are held'],
  REJECTED: ['未批准', 'Rejected'],
  STARTED: ['已开班，未用名额已释放', 'Started, unused places are released'],
  FINISHED: ['已结班', 'Finished'],
  CANCELLED: ['已取消，名额已释放', 'Cancelled, its places are released'],
});

export const PlanStatusEnum = publishedEnum('PlanStatus', '培训计划状态', 'State of a training plan', {
  PROPOSED: ['待批准', 'Waiting for approval'],
  APPROVED: ['已批准', 'Approved'],
  REJECTED: ['未批准', 'Rejected'],
});

export const EnrolmentStatusEnum = publishedEnum('EnrolmentStatus', '报名状态', 'State of an enrolment', {
  ENROLLED: ['在册', 'On the roster'],
  WITHDRAWN: ['已退出', 'Withdrawn'],
  TRANSFERRED: ['已转入另一班期', 'Goes on in another run'],
  CERTIFIED: ['已得专业技术等级证书', 'Holds the level certificate'],
});

export const IdentityDocumentTypeEnum = publishedEnum(
  'IdentityDocumentType',
  '证件类别',
  'Type of identity document',
  Object.fromEntries(
    IDENTITY_DOCUMENT_TYPES.map((type) => [type, [identityDocumentName(type).zh, identityDocumentName(type).en]]),
  ) as unknown as Record<(typeof IDENTITY_DOCUMENT_TYPES)[number], readonly [string, string]>,
);

export const OnLineErrorEnum = publishedEnum(
  'OnLineError',
  '名单中有的行不能登记时如何办理',
  'What becomes of a list with lines that cannot be enrolled',
  {
    ALL_OR_NOTHING: ['全部登记，否则一行也不登记', 'All lines or none'],
    PER_LINE: ['登记其余各行，逐行列出不能登记的原因', 'The other lines; each of these is named with its reasons'],
  },
);
