import type { PrivateQuery } from '../../policy/access/query-rights.js';

/**
 * The object types whose rows are somebody's, each with the query whose readers may see them, as far as these reach. A type under another field, an edge or a
 * connection has the same rule: no way leads around it. What stands neither here nor below has no rule, and tests/graphql/access fails.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export const PRIVATE_TYPES = {
  Agreement: 'agreements',
  Appropriation: 'appropriations',
  AssessmentPlan: 'assessmentPlans',
  AuditEntry: 'auditEntries',
  Caller: 'whoAmI',
  Certificate: 'certificates',
  Claim: 'claims',
  CourseRun: 'courseRuns',
  Enrolment: 'enrolments',
  Finding: 'findings',
  Inspection: 'inspections',
  OnlineException: 'onlineExceptions',
  PayeeAccount: 'payeeAccounts',
  Payment: 'payments',
  PaymentBatch: 'paymentBatches',
  Proposal: 'proposals',
  Quote: 'quotes',
  Recording: 'recordings',
  Recovery: 'recoveries',
  Repayment: 'repayments',
  RevokedToken: 'revokedTokens',
  TrainingPlan: 'trainingPlans',
} as const satisfies Readonly<Record<string, PrivateQuery>>;

export type PrivateType = keyof typeof PRIVATE_TYPES;

/** Types that are shown only inside a private one, or inside its parts. */
const PARTS: Readonly<Record<string, PrivateType>> = {
  AttendanceSummary: 'CourseRun',
  AuditSubject: 'AuditEntry',
  CategoryListChange: 'Proposal',
  CertificateCounts: 'CourseRun',
  ClaimChange: 'Claim',
  ClaimContent: 'Claim',
  ClaimLine: 'Claim',
  ClaimLineState: 'Claim',
  ClaimStep: 'Claim',
  ControlPointResult: 'Inspection',
  CourseRunAlert: 'CourseRun',
  CourseRunTariff: 'CourseRun',
  CourseRunVersion: 'CourseRun',
  CreditCodeChange: 'Proposal',
  DirectoryStatusChange: 'Proposal',
  EnrolmentCounts: 'CourseRun',
  FundAccount: 'Appropriation',
  FundAccounts: 'Appropriation',
  FundBalance: 'Appropriation',
  ListingChange: 'Proposal',
  NamedValue: 'AuditEntry',
  Obstacle: 'Claim',
  OnlineGate: 'CourseRun',
  ProposedCategory: 'Proposal',
  QuotaAdjustment: 'Proposal',
  QuotaAdjustmentChange: 'Proposal',
  QuotaAdjustmentLine: 'Proposal',
  ReadingChange: 'Proposal',
  RecordingStatus: 'CourseRun',
  RepaymentRefund: 'Repayment',
  RegionalRateChange: 'Proposal',
  WorkItem: 'Claim',
};

/** Types that only the payload of a mutation holds. */
const REPLIES: readonly string[] = [
  'BankAdvice',
  'CertifiedHoursAlert',
  'EnrolmentBatch',
  'IssuedLevelCertificates',
  'IssuedTrainingCertificates',
  'RealNameRegistration',
  'RevealedIdentity',
];

/** Why a mutation did nothing: shown to nobody but who asked for it. */
const REFUSALS: readonly string[] = [
  'DuplicateError',
  'FundsError',
  'PlacesError',
  'RuleError',
  'SamePersonError',
  'StaleError',
  'StatusError',
];

/** What the notices say, what is calculated from them, and lists of what is public. */
const PUBLIC: ReadonlySet<string> = new Set([
  'AcademicYear',
  'Arithmetic',
  'AssessmentBody',
  'BilingualText',
  'BudgetBounds',
  'BudgetCell',
  'CalendarYear',
  'CategoryList',
  'Citation',
  'CitedCount',
  'CitedHours',
  'CitedMoney',
  'ClaimTransition',
  'ClassTotal',
  'CumulativeGoal',
  'Deadline',
  'DeliveredHours',
  'DistinctPersons',
  'ExplanationStep',
  'FeeGap',
  'Figure',
  'FundSplit',
  'FundSplitLine',
  'GoalProgress',
  'InstitutionTotal',
  'InstitutionTotalLine',
  'Listing',
  'Measure',
  'Occupation',
  'Office',
  'OnlineShare',
  'OpenQuestion',
  'OpenQuestionEffect',
  'OpenQuestionReading',
  'Operand',
  'PageInfo',
  'Participation',
  'ParticipationReason',
  'PersonsOfYear',
  'PlacesUsage',
  'QuotaApportionment',
  'QuotaAttempt',
  'QuotaCheck',
  'QuotaCompletion',
  'QuotaRow',
  'QuotaShare',
  'QuotaTable',
  'QuotaTransferCheck',
  'QuotaUsage',
  'QuoteComparison',
  'QuoteDifferenceCause',
  'QuoteKey',
  'QuoteKeySet',
  'QuoteLine',
  'QuoteRuleChange',
  'QuoteStatement',
  'QuoteToday',
  'QuoteVerification',
  'ReadingEffect',
  'Reason',
  'Receipt',
  'ReceiptChange',
  'ReceiptReplay',
  'ReceiptVerification',
  'RecoveryEstimate',
  'Refund',
  'Region',
  'RegionQuotaUsage',
  'RegionalRate',
  'RewardEstimate',
  'RewardItem',
  'RewardNotice',
  'RewardReason',
  'Right',
  'RuleBook',
  'RuleBookQuery',
  'SubsidyEstimate',
  'SubsidyEstimateLine',
  'Tariff',
  'TariffAverage',
  'TariffCell',
  'TariffRange',
  'TariffSum',
  'TraineeCategory',
  'TraineeDecision',
  'TraineeDecisions',
  'TraineeDecisionsLine',
  'TrainingInstitution',
  'WorkingDays',
]);

/** Fields with a rule of their own, beside that of their type. */
export type FieldRule =
  /** a personal datum, masked for whom src/policy/access/name-readers.ts does not name */
  | 'MASKED'
  /** shown to whom the audit log names */
  | 'REVEALED'
  /** a datum of an institution, which is no person */
  | 'OF_INSTITUTION'
  /** a private type beneath a public one, filtered by the caller's own reach */
  | 'OWN_REACH';

export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  'Enrolment.documentType': 'MASKED',
  'Enrolment.identityNumber': 'MASKED',
  'Enrolment.name': 'MASKED',
  'Payment.bankReference': 'OF_INSTITUTION',
  'PayeeAccount.bankCode': 'OF_INSTITUTION',
  'PayeeAccount.bankName': 'OF_INSTITUTION',
  'Query.node': 'OWN_REACH',
  'Query.nodes': 'OWN_REACH',
  'QuotaAdjustment.proposal': 'OWN_REACH',
  'RegionalRate.proposal': 'OWN_REACH',
  'RevealedIdentity.documentType': 'REVEALED',
  'RevealedIdentity.name': 'REVEALED',
  'RevealedIdentity.number': 'REVEALED',
};

/** Who may see objects of a type: everyone; the readers of a query within their reach; or who sent a mutation. */
export type TypeRule =
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'PRIVATE'; readonly query: PrivateQuery }
  | { readonly kind: 'REPLY' };

const PAGED = /^(.+)(?:Connection|Edge)$/u;
const PAYLOAD = /Payload$/u;

const isPrivateType = (name: string): name is PrivateType => Object.hasOwn(PRIVATE_TYPES, name);

/**
 * The rule of an object type; null where it has none. Lists and their edges follow what they hold, payloads belong to who asked.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export function ruleOfType(name: string): TypeRule | null {
  const whole = PARTS[name] ?? name;
  if (isPrivateType(whole)) return { kind: 'PRIVATE', query: PRIVATE_TYPES[whole] };
  if (PUBLIC.has(name)) return { kind: 'PUBLIC' };
  if (PAYLOAD.test(name) || REPLIES.includes(name) || REFUSALS.includes(name)) return { kind: 'REPLY' };
  const [, held] = PAGED.exec(name) ?? [];
  return held === undefined ? null : ruleOfType(held);
}
