import type { Actor, Role } from '../../../../src/policy/access/actor.js';
import { ROLES } from '../../../../src/policy/access/actor.js';

/** Where a row of the world belongs. Every caller of the walk stands in `own`. */
export interface Scope {
  readonly name: string;
  readonly region: string;
  readonly institution: string;
  readonly assessmentBody: string;
}

/** 大连 and 沈阳, two institutions and two assessment bodies. */
export const SCOPES: readonly Scope[] = [
  { name: 'own', region: 'LN-210200', institution: 'TI-DUT', assessmentBody: 'EI-CESI' },
  { name: 'sameregion', region: 'LN-210200', institution: 'TI-DNUI', assessmentBody: 'EI-MIITEC' },
  { name: 'otherregion', region: 'LN-210100', institution: 'TI-DUT', assessmentBody: 'EI-CESI' },
  { name: 'otherinstitution', region: 'LN-210100', institution: 'TI-SIE', assessmentBody: 'EI-MIITEC' },
];

/** What concerns no region and no institution. */
export const PROVINCE = 'province';
export const SCOPE_NAMES: readonly string[] = [...SCOPES.map(({ name }) => name), PROVINCE];

const OWN = SCOPES[0] as Scope;
const isRegional = (role: Role): boolean => role.startsWith('HR_') || role.startsWith('FINANCE_');

/** A person with one role, as its token would say: bound to the region, the institution or the body of `own`. */
export const callerOf = (role: Role): Actor => ({
  person: `walker-${role.toLowerCase()}`,
  roles: [role],
  regions: isRegional(role) || role === 'DATA_BUREAU_OFFICER' || role === 'REWARD_DEPARTMENT' ? [OWN.region] : [],
  institution: role === 'INSTITUTION' ? OWN.institution : null,
  assessmentBody: role === 'ASSESSMENT_BODY' ? OWN.assessmentBody : null,
});

export const CALLERS: readonly (readonly [Role, Actor])[] = ROLES.map((role) => [role, callerOf(role)]);

/** What each kind of caller reaches, said once more by hand. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  INSTITUTION: ['own', 'otherregion'],
  ASSESSMENT_BODY: ['own', 'otherregion'],
  HR_OFFICER: ['own', 'sameregion'],
  HR_REVIEWER: ['own', 'sameregion'],
  FINANCE_OFFICER: ['own', 'sameregion'],
  FINANCE_PAYER: ['own', 'sameregion'],
  PROVINCE_OFFICER: SCOPE_NAMES,
  PROVINCE_REVIEWER: SCOPE_NAMES,
  AUDITOR: SCOPE_NAMES,
  REWARD_DEPARTMENT: [],
  DATA_BUREAU_OFFICER: [],
};

/** Types that the bureaus of a region see whole, whosever they are: an institution is paid by several regions. */
const SEEN_BY_EVERY_BUREAU: readonly string[] = ['PayeeAccount'];

/** The scopes whose rows, of a type, a role may see, where it may see any. */
export const reachedBy = (role: Role, type = ''): readonly string[] =>
  isRegional(role) && SEEN_BY_EVERY_BUREAU.includes(type) ? SCOPE_NAMES : (REACHED[role] ?? []);
