import { type Reach, reachesInstitution, reachesRegion } from '../../policy/access/reach.js';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';

/** The region again, when it lies within reach. Throws FORBIDDEN. */
export function requireRegion(reach: Reach, regionCode: string, field: string): string {
  if (reachesRegion(reach, regionCode)) return regionCode;
  throw outside(field, regionCode);
}

/** The institution again, when it lies within reach. Throws FORBIDDEN. */
export function requireInstitution(reach: Reach, code: string, field: string): string {
  if (reachesInstitution(reach, code)) return code;
  throw outside(field, code);
}

/** Refuses who does not act for the whole province. Throws FORBIDDEN. */
export function requireProvince(reach: Reach, field: string): void {
  if (reach.isWholeProvince) return;
  throw new Failure(
    'FORBIDDEN',
    bilingual(`${field}：只有省级人员可以办理。`, `${field}: only somebody of the province may do this.`),
    field,
  );
}

const outside = (field: string, code: string): Failure =>
  new Failure('FORBIDDEN', bilingual(`${field}：${code} 不在您的权限范围内。`, `${field}: ${code} is outside your reach.`), field);
