import type { Actor, Role } from './actor.js';

/** Whose rows an act may see and change. Nothing at all where every part is empty. */
export interface Reach {
  readonly isWholeProvince: boolean;
  readonly regions: readonly string[];
  readonly institutions: readonly string[];
  readonly assessmentBodies: readonly string[];
}

export const NO_REACH: Reach = { isWholeProvince: false, regions: [], institutions: [], assessmentBodies: [] };

const PROVINCE: readonly Role[] = ['PROVINCE_OFFICER', 'PROVINCE_REVIEWER', 'AUDITOR'];
const REGIONAL: readonly Role[] = ['HR_OFFICER', 'HR_REVIEWER', 'FINANCE_OFFICER', 'FINANCE_PAYER'];

/**
 * How far an actor's permitted roles reach together: a role that the act does not permit adds nothing.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export function reachOf(actor: Actor, permitted: readonly Role[]): Reach {
  const roles = actor.roles.filter((role) => permitted.includes(role));
  const holds = (some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
  return {
    isWholeProvince: holds(PROVINCE),
    regions: holds(REGIONAL) ? actor.regions : [],
    institutions: holds(['INSTITUTION']) && actor.institution !== null ? [actor.institution] : [],
    assessmentBodies: holds(['ASSESSMENT_BODY']) && actor.assessmentBody !== null ? [actor.assessmentBody] : [],
  };
}

/** Whether a region lies within the reach. */
export const reachesRegion = (reach: Reach, regionCode: string): boolean => reach.isWholeProvince || reach.regions.includes(regionCode);

/** Whether a training institution lies within the reach. */
export const reachesInstitution = (reach: Reach, code: string): boolean => reach.isWholeProvince || reach.institutions.includes(code);

/**
 * The name under which an actor's idempotency keys and entries are kept: the body it acts for, its regions, or the province.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export const tenantOf = ({ institution, assessmentBody, regions }: Actor): string =>
  institution ?? assessmentBody ?? ([...regions].sort().join('+') || 'PROVINCE');
