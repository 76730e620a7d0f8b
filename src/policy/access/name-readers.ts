import { type Actor, hasRole } from './actor.js';

/** Whose trainee it is. */
interface TraineeOwners {
  readonly institutionCode: string;
  readonly regionCode: string;
  readonly organisingRegionCode: string;
}

/**
 * Whether somebody who may see an enrolment reads the trainee's whole name: the institution that teaches, the HR bureaus of the trainee's and of the organising region,
 * and the auditor. Finance, province and assessment bodies see its first character. Numbers are masked for everybody; who needs one reveals it by an act of its own.
 * Source: our design, docs/decisions/0014-trainees.md; Q92
 */
export function readsNames(actor: Actor | null, { institutionCode, regionCode, organisingRegionCode }: TraineeOwners): boolean {
  if (actor === null) return false;
  if (hasRole(actor, ['AUDITOR'])) return true;
  if (hasRole(actor, ['INSTITUTION']) && actor.institution === institutionCode) return true;
  return hasRole(actor, ['HR_OFFICER', 'HR_REVIEWER']) && [regionCode, organisingRegionCode].some((code) => actor.regions.includes(code));
}
