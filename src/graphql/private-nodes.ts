import { NO_REACH, type Reach } from '../policy/access/reach.js';
import { parseNodeId } from '../policy/node-id.js';
import { appropriationWithin } from '../store/appropriations.js';
import { assessmentPlanWithin } from '../store/assessment-plans.js';
import { auditEntryWithin } from '../store/audit-entries.js';
import { yearOf } from '../store/audit-log.js';
import { certificateWithin } from '../store/certificates.js';
import { claimWithin } from '../store/claims.js';
import { runWithin } from '../store/course-runs.js';
import { enrolmentWithin } from '../store/enrolments.js';
import { findingWithin } from '../store/findings.js';
import { ofRunsWithin } from '../store/of-runs-within.js';
import { payeeAccountWithin } from '../store/payee-accounts.js';
import { paymentBatchWithin, paymentWithin } from '../store/payments.js';
import { recoveryWithin } from '../store/recoveries.js';
import { proposalsOf } from '../store/proposals.js';
import { agreementRow } from '../store/rows/agreement-row.js';
import { appropriationRow } from '../store/rows/appropriation-row.js';
import { assessmentPlanRow } from '../store/rows/assessment-plan-row.js';
import { auditEntryRow } from '../store/rows/audit-entry-row.js';
import { certificateRow } from '../store/rows/certificate-row.js';
import { claimRow } from '../store/rows/claim-row.js';
import { courseRunRow } from '../store/rows/course-run-row.js';
import { enrolmentRow } from '../store/rows/enrolment-row.js';
import { findingRow } from '../store/rows/finding-row.js';
import { inspectionRow } from '../store/rows/inspection-row.js';
import { onlineExceptionRow } from '../store/rows/online-exception-row.js';
import { payeeAccountRow } from '../store/rows/payee-account-row.js';
import { paymentBatchRow } from '../store/rows/payment-batch-row.js';
import { paymentRow } from '../store/rows/payment-row.js';
import { recoveryRow } from '../store/rows/recovery-row.js';
import { repaymentRow } from '../store/rows/repayment-row.js';
import type { RowSchema } from '../store/rows/plain-schema.js';
import { quoteRow } from '../store/rows/quote-row.js';
import { recordingRow } from '../store/rows/recording-row.js';
import { revokedTokenRow } from '../store/rows/revoked-token-row.js';
import { trainingPlanRow } from '../store/rows/training-plan-row.js';
import { quoteWithin } from '../store/quotes.js';
import { revokedTokenWithin } from '../store/revoked-tokens.js';
import { allOf, type Condition, condition, selectRows } from '../store/select-rows.js';
import { planWithin } from '../store/training-plans.js';
import { PRIVATE_TYPES, type PrivateType } from './access/type-rules.js';
import { agreementViewIn } from './agreement.resolver.js';
import { appropriationViewIn } from './appropriation.resolver.js';
import { assessmentPlanViewIn } from './assessment-plan.resolver.js';
import { auditEntryViewIn } from './audit-entry.resolver.js';
import { certificateViewIn } from './certificate.resolver.js';
import { claimViewIn } from './claim.resolver.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { findingViewIn } from './finding.resolver.js';
import { inspectionViewIn } from './inspection.resolver.js';
import { payeeAccountViewIn } from './payee-account.resolver.js';
import { paymentBatchViewIn, paymentViewIn } from './payment.resolver.js';
import { recoveryViewIn, repaymentViewIn } from './recovery.resolver.js';
import { proposalViewIn } from './proposal.resolver.js';
import { quoteViewIn } from './quote.resolver.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import type { NodeType } from './types/node.type.js';
import { onlineExceptionView } from './types/online-exception.type.js';
import { recordingView } from './types/recording.type.js';
import { revokedTokenView } from './types/revoked-token.type.js';
import { trainingPlanViewIn } from './training-plan.resolver.js';

type Find = (context: ServiceContext, reach: Reach, keys: readonly string[]) => Promise<readonly NodeType[]>;

const managerOf = ({ workplace }: ServiceContext) => workplace.dataSource.manager;

/** Finds facts by their ids: where they stand, whose they are, how they are shown. */
const facts =
  <Row extends { readonly id: string }>(
    schema: RowSchema<Row>,
    within: (reach: Reach) => Condition,
    viewIn: (context: ServiceContext) => (row: Row) => NodeType,
  ): Find =>
  async (context, reach, keys) => {
    const where = allOf(condition('row.id = ANY($1::bigint[])', keys), ...partitionsOf(schema, keys), within(reach));
    return (await selectRows(managerOf(context), schema, where)).map(viewIn(context));
  };

/** Where a table is partitioned by year, the years that begin the ids. */
const partitionsOf = <Row>(schema: RowSchema<Row>, keys: readonly string[]): readonly Condition[] =>
  'year' in schema.options.columns ? [condition('row.year = ANY($1::int[])', [...new Set(keys.map(yearOf))])] : [];

/** The private types that can be fetched by an id, each with what finds it. */
const PRIVATE_NODES: Readonly<Partial<Record<PrivateType, Find>>> = {
  Agreement: facts(agreementRow, planWithin, agreementViewIn),
  Appropriation: facts(appropriationRow, appropriationWithin, appropriationViewIn),
  AssessmentPlan: facts(assessmentPlanRow, assessmentPlanWithin, assessmentPlanViewIn),
  AuditEntry: facts(auditEntryRow, auditEntryWithin, auditEntryViewIn),
  Certificate: facts(certificateRow, certificateWithin, certificateViewIn),
  Claim: facts(claimRow, claimWithin, claimViewIn),
  CourseRun: facts(courseRunRow, runWithin, courseRunViewIn),
  Enrolment: facts(enrolmentRow, enrolmentWithin, enrolmentViewIn),
  Payment: facts(paymentRow, paymentWithin, paymentViewIn),
  PaymentBatch: facts(paymentBatchRow, paymentBatchWithin, paymentBatchViewIn),
  Proposal: async (context, reach, keys) => (await proposalsOf(managerOf(context), reach, keys)).map(proposalViewIn(context)),
  Finding: facts(findingRow, findingWithin, findingViewIn),
  Inspection: facts(inspectionRow, ofRunsWithin, inspectionViewIn),
  PayeeAccount: facts(payeeAccountRow, payeeAccountWithin, payeeAccountViewIn),
  OnlineException: facts(onlineExceptionRow, ofRunsWithin, () => onlineExceptionView),
  Quote: facts(quoteRow, quoteWithin, quoteViewIn),
  Recording: facts(recordingRow, ofRunsWithin, () => recordingView),
  Recovery: facts(recoveryRow, recoveryWithin, recoveryViewIn),
  Repayment: facts(repaymentRow, recoveryWithin, repaymentViewIn),
  RevokedToken: facts(revokedTokenRow, revokedTokenWithin, () => revokedTokenView),
  TrainingPlan: facts(trainingPlanRow, planWithin, trainingPlanViewIn),
};

const KEY = /^[12]\d{3}\d{9}$/u;

function privateKeyOf(id: string): { readonly type: PrivateType; readonly key: string } | null {
  const parsed = parseNodeId(id);
  if (parsed === null || !Object.hasOwn(PRIVATE_NODES, parsed.typeName) || !KEY.test(parsed.key)) return null;
  return { type: parsed.typeName as PrivateType, key: parsed.key };
}

/** Whether an id is that of a private object, there or not. */
export const isPrivateNode = (id: string): boolean => privateKeyOf(id) !== null;

/**
 * The objects of private ids that the caller may see, by their ids: one statement for each type. What is not there and what is out of reach are both left out.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export async function findPrivateNodes(context: ServiceContext, ids: readonly string[]): Promise<ReadonlyMap<string, NodeType>> {
  const keysByType = new Map<PrivateType, string[]>();
  for (const id of ids) {
    const found = privateKeyOf(id);
    if (found !== null) keysByType.set(found.type, [...(keysByType.get(found.type) ?? []), found.key]);
  }
  const asked = [...keysByType].map(([type, keys]) => ofType(context, type, keys));
  return new Map((await Promise.all(asked)).flat().map((node) => [node.id, node]));
}

async function ofType(context: ServiceContext, type: PrivateType, keys: readonly string[]): Promise<readonly NodeType[]> {
  const reach = quietReachFor(context, PRIVATE_TYPES[type]);
  return reach === NO_REACH ? [] : ((await PRIVATE_NODES[type]?.(context, reach, keys)) ?? []);
}
