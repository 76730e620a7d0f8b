/** The roles that a bearer token can carry. Source: our design, docs/decisions/0009-roles-and-scopes.md */
export const ROLES = [
  'INSTITUTION',
  'ASSESSMENT_BODY',
  'HR_OFFICER',
  'HR_REVIEWER',
  'FINANCE_OFFICER',
  'FINANCE_PAYER',
  'PROVINCE_OFFICER',
  'PROVINCE_REVIEWER',
  'REWARD_DEPARTMENT',
  'DATA_BUREAU_OFFICER',
  'AUDITOR',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: one person with the roles and the reach that a verified token gives. */
export interface Actor {
  /** the token's subject: names a person, never a post, because two acts of one person must be seen as one person's */
  readonly person: string;
  readonly roles: readonly Role[];
  /** codes of the regions that the roles of a bureau reach, such as LN-210100 */
  readonly regions: readonly string[];
  /** code of the training institution that INSTITUTION acts for */
  readonly institution: string | null;
  /** code of the assessment body that ASSESSMENT_BODY acts for */
  readonly assessmentBody: string | null;
}

/** Whether the actor carries at least one of the roles. */
export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));
