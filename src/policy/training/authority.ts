import { type Actor, hasRole, type Role } from '../access/actor.js';

/** Who decides where the notice names nobody: the HR bureau of a region, or the provincial HR department. */
export type Authority = 'REGION' | 'PROVINCE';

const ROLES: Readonly<Record<Authority, Readonly<Record<'officer' | 'reviewer', Role>>>> = {
  REGION: { officer: 'HR_OFFICER', reviewer: 'HR_REVIEWER' },
  PROVINCE: { officer: 'PROVINCE_OFFICER', reviewer: 'PROVINCE_REVIEWER' },
};

/** The role that acts for an authority. */
export const roleOf = (authority: Authority, rank: 'officer' | 'reviewer'): Role => ROLES[authority][rank];

/** Whether an actor acts for an authority over a region: a region's HR only over its own. */
export const actsFor = (actor: Actor, authority: Authority, rank: 'officer' | 'reviewer', regionCode: string): boolean =>
  hasRole(actor, [roleOf(authority, rank)]) && (authority === 'PROVINCE' || actor.regions.includes(regionCode));
