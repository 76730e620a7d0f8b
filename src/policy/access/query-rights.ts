import type { Role } from './actor.js';

const BUREAUS = [
  'HR_OFFICER',
  'HR_REVIEWER',
  'FINANCE_OFFICER',
  'FINANCE_PAYER',
  'PROVINCE_OFFICER',
  'PROVINCE_REVIEWER',
  'AUDITOR',
] as const;
const TRAINING = [...BUREAUS, 'INSTITUTION'] as const;
const EVERYONE_IN_TRAINING = [...TRAINING, 'ASSESSMENT_BODY'] as const;

/**
 * Who may read what is not public; a query that does not stand here is public, and tests/graphql/access lists those by name.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
const QUERY_RIGHTS = {
  agreements: TRAINING,
  trainingPlans: TRAINING,
  courseRuns: EVERYONE_IN_TRAINING,
  claims: TRAINING,
  payments: TRAINING,
  recoveries: TRAINING,
  repayments: TRAINING,
  paymentBatches: BUREAUS,
  whyNotPaid: TRAINING,
  workItems: TRAINING,
  enrolments: EVERYONE_IN_TRAINING,
  certificates: EVERYONE_IN_TRAINING,
  assessmentPlans: EVERYONE_IN_TRAINING,
  recordings: TRAINING,
  onlineExceptions: TRAINING,
  inspections: TRAINING,
  findings: TRAINING,
  payeeAccounts: TRAINING,
  fundAccounts: BUREAUS,
  appropriations: BUREAUS,
  proposals: BUREAUS,
  quotaAdjustments: BUREAUS,
  quotes: TRAINING,
  auditEntries: BUREAUS,
  revokedTokens: ['PROVINCE_OFFICER', 'AUDITOR'],
  whoAmI: [...EVERYONE_IN_TRAINING, 'REWARD_DEPARTMENT', 'DATA_BUREAU_OFFICER'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type PrivateQuery = keyof typeof QUERY_RIGHTS;

/** The roles that may read behind a query. */
export const readersOf = (query: PrivateQuery): readonly Role[] => QUERY_RIGHTS[query];

/** Whether a query is for callers with a token only. */
export const isPrivate = (query: string): query is PrivateQuery => Object.hasOwn(QUERY_RIGHTS, query);

/** Every query that is for callers with a token only. */
export const PRIVATE_QUERIES = Object.keys(QUERY_RIGHTS) as readonly PrivateQuery[];
