import type { Role } from './actor.js';

/** Who may do what. An operation that does not stand here does not exist. Source: our design, docs/decisions/0009-roles-and-scopes.md */
const OPERATION_RIGHTS = {
  adjustQuota: ['PROVINCE_OFFICER'],
  proposeReading: ['PROVINCE_OFFICER', 'HR_OFFICER'],
  proposeCategoryList: ['PROVINCE_OFFICER'],
  proposeRegionalRate: ['HR_OFFICER'],
  changeDirectoryStatus: ['PROVINCE_OFFICER'],
  addListing: ['PROVINCE_OFFICER'],
  registerCreditCode: ['PROVINCE_OFFICER', 'HR_OFFICER'],
  approveProposal: ['PROVINCE_REVIEWER', 'HR_REVIEWER'],
  rejectProposal: ['PROVINCE_REVIEWER', 'HR_REVIEWER'],
  recordAgreement: ['HR_OFFICER'],
  proposeTrainingPlan: ['HR_OFFICER'],
  approveTrainingPlan: ['HR_REVIEWER'],
  rejectTrainingPlan: ['HR_REVIEWER'],
  fileCourseRun: ['INSTITUTION'],
  approveCourseRun: ['HR_REVIEWER'],
  rejectCourseRun: ['HR_REVIEWER'],
  changeCourseRun: ['INSTITUTION'],
  startCourseRun: ['INSTITUTION'],
  finishCourseRun: ['INSTITUTION'],
  cancelCourseRun: ['INSTITUTION', 'HR_OFFICER'],
  recordAttendance: ['INSTITUTION'],
  addRecordings: ['INSTITUTION'],
  grantOnlineException: ['HR_REVIEWER', 'PROVINCE_REVIEWER'],
  recordInspection: ['HR_OFFICER'],
  recordFinding: ['HR_OFFICER', 'PROVINCE_OFFICER'],
  liftFinding: ['HR_REVIEWER', 'PROVINCE_REVIEWER'],
  enrolTrainee: ['INSTITUTION'],
  enrolTrainees: ['INSTITUTION'],
  correctTrainee: ['INSTITUTION', 'HR_OFFICER'],
  registerRealName: ['HR_OFFICER'],
  withdrawTrainee: ['INSTITUTION'],
  transferTrainee: ['INSTITUTION'],
  fileAssessmentPlan: ['INSTITUTION'],
  confirmAssessmentPlan: ['ASSESSMENT_BODY'],
  issueTrainingCertificate: ['INSTITUTION'],
  issueLevelCertificate: ['ASSESSMENT_BODY'],
  verifyCertificate: ['HR_OFFICER'],
  issueQuote: ['INSTITUTION', 'HR_OFFICER', 'FINANCE_OFFICER'],
  revealIdentity: ['HR_OFFICER', 'HR_REVIEWER', 'AUDITOR'],
  revokeToken: ['PROVINCE_OFFICER'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type OperationName = keyof typeof OPERATION_RIGHTS;

/** The roles that may perform an operation. */
export const rightsOf = (operation: OperationName): readonly Role[] => OPERATION_RIGHTS[operation];

/** Whether an operation exists. */
export const isOperation = (name: string): name is OperationName => Object.hasOwn(OPERATION_RIGHTS, name);

/** Every operation that anybody may perform. */
export const OPERATION_NAMES = Object.keys(OPERATION_RIGHTS) as readonly OperationName[];
