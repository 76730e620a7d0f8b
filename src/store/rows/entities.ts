import { agreementRow } from './agreement-row.js';
import { appropriationRow } from './appropriation-row.js';
import { assessmentPlanRow } from './assessment-plan-row.js';
import { auditEntryRow } from './audit-entry-row.js';
import { bankAdviceRow } from './bank-advice-row.js';
import { certificateRow } from './certificate-row.js';
import { claimLineRow } from './claim-line-row.js';
import { claimRow } from './claim-row.js';
import { claimStepRow } from './claim-step-row.js';
import { courseRunRow } from './course-run-row.js';
import { enrolmentRow } from './enrolment-row.js';
import { entryRow } from './entry-row.js';
import { figureRow } from './figure-row.js';
import { findingRow } from './finding-row.js';
import { inspectionRow } from './inspection-row.js';
import { measureRow } from './measure-row.js';
import { onlineExceptionRow } from './online-exception-row.js';
import { openQuestionRow } from './open-question-row.js';
import { payeeAccountRow } from './payee-account-row.js';
import { paymentBatchRow } from './payment-batch-row.js';
import { paymentRow } from './payment-row.js';
import { proposalRow } from './proposal-row.js';
import { quotaChangeRow } from './quota-change-row.js';
import { recoveryLineRow } from './recovery-line-row.js';
import { recoveryRow } from './recovery-row.js';
import { repaymentRow } from './repayment-row.js';
import { quoteRow } from './quote-row.js';
import { recordingRow } from './recording-row.js';
import { revokedTokenRow } from './revoked-token-row.js';
import { seedFileRow } from './seed-file-row.js';
import { settingRow } from './setting-row.js';
import { trainingPlanRow } from './training-plan-row.js';

/** Every table that is read or written row by row. */
export const entities = [
  agreementRow,
  appropriationRow,
  assessmentPlanRow,
  auditEntryRow,
  bankAdviceRow,
  certificateRow,
  claimLineRow,
  claimRow,
  claimStepRow,
  courseRunRow,
  enrolmentRow,
  entryRow,
  figureRow,
  findingRow,
  inspectionRow,
  measureRow,
  onlineExceptionRow,
  openQuestionRow,
  payeeAccountRow,
  paymentBatchRow,
  paymentRow,
  proposalRow,
  quotaChangeRow,
  quoteRow,
  recordingRow,
  recoveryLineRow,
  recoveryRow,
  repaymentRow,
  revokedTokenRow,
  seedFileRow,
  settingRow,
  trainingPlanRow,
] as const;
