import { type Actor, type Role, ROLES } from '../../policy/access/actor.js';
import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import { shown } from '../../policy/input.js';

type Claims = Readonly<Record<string, unknown>>;

/** What the claims of a verified token make: an actor with the id of the token, or the claim that is wrong and why. */
export type ClaimedActor = { readonly kind: 'actor'; readonly actor: Actor; readonly tokenId: string } | WrongClaim;

export interface WrongClaim {
  readonly kind: 'wrong';
  readonly claim: string;
  readonly text: Bilingual;
}

const PERSON = /^[\p{L}\p{N}][\p{L}\p{N}._@:+|-]{0,99}$/u;
/** An identity card or mobile number, as a word of its own. */
const IDENTITY = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![0-9A-Za-z])/u;
const TOKEN_ID = /^[\w.:+/=-]{1,128}$/u;
const REGION = /^LN-[0-9A-Z]{2,20}$/u;
const ORGANISATION = /^[A-Z][0-9A-Z-]{1,39}$/u;
const REGIONS_MAX = 50;

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);
const isBoundToRegions = (role: Role): boolean => role.startsWith('HR_') || role.startsWith('FINANCE_');
const isLeftOut = (value: unknown): boolean => value === undefined || value === null;
const fits = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);

/**
 * The actor that the claims of a verified token name: `sub` the person, `jti` the token, `roles`, and what they reach: `regions`, `institution`,
 * `assessmentBody`. Refuses, naming the claim, when one is missing, has the wrong shape, holds an unknown role or does not fit the roles.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function actorOfClaims(claims: Claims): ClaimedActor {
  const wrong = wrongName(claims) ?? wrongRoles(claims) ?? wrongReach(claims);
  if (wrong !== null) return wrong;
  return {
    kind: 'actor',
    tokenId: claims['jti'] as string,
    actor: {
      person: claims['sub'] as string,
      roles: [...new Set(claims['roles'] as readonly Role[])],
      regions: [...new Set((claims['regions'] ?? []) as readonly string[])],
      institution: (claims['institution'] ?? null) as string | null,
      assessmentBody: (claims['assessmentBody'] ?? null) as string | null,
    },
  };
}

function wrongName({ sub, jti }: Claims): WrongClaim | null {
  // The person is written into every entry of the audit, where an identity number must not stand.
  if (!fits(sub, PERSON) || IDENTITY.test(sub as string))
    return wrong(
      'sub',
      '1 至 100 个字符的人员标识，不含空格，不得是证件号码或电话号码',
      'a name of a person of 1 to 100 characters without spaces, identity or telephone numbers',
      sub,
    );
  if (!fits(jti, TOKEN_ID))
    return wrong(
      'jti',
      '1 至 128 个字符的令牌编号，否则令牌无法撤销',
      'an id of the token of 1 to 128 characters, without which it cannot be revoked',
      jti,
    );
  return null;
}

function wrongRoles({ roles }: Claims): WrongClaim | null {
  const expected = ['由角色组成的非空列表', 'a list of one or more roles'] as const;
  if (!Array.isArray(roles) || roles.length === 0 || roles.length > ROLES.length) return wrong('roles', ...expected, roles);
  const unknown: unknown = roles.find((role) => !isRole(role));
  return unknown === undefined ? null : wrong('roles', `${ROLES.join('、')} 之中的角色`, `roles among ${ROLES.join(', ')}`, unknown);
}

function wrongReach({ roles, regions, institution, assessmentBody }: Claims): WrongClaim | null {
  const held = roles as readonly Role[];
  const list = isLeftOut(regions) ? [] : regions;
  if (!Array.isArray(list) || list.length > REGIONS_MAX || !list.every((region) => fits(region, REGION)))
    return wrong(
      'regions',
      `至多 ${REGIONS_MAX} 个地区代码的列表，如 LN-210100`,
      `a list of at most ${REGIONS_MAX} region codes such as LN-210100`,
      regions,
    );
  const bound = held.find(isBoundToRegions);
  if (bound !== undefined && list.length === 0)
    return wrong(
      'regions',
      `至少一个地区代码，角色 ${bound} 必须限定地区`,
      `at least one region code, because the role ${bound} is bound to regions`,
      regions,
    );
  return (
    wrongOrganisation('institution', institution, held, 'INSTITUTION', 'TI-DUT') ??
    wrongOrganisation('assessmentBody', assessmentBody, held, 'ASSESSMENT_BODY', 'EI-CESI')
  );
}

function wrongOrganisation(claim: string, code: unknown, held: readonly Role[], role: Role, example: string): WrongClaim | null {
  if (!held.includes(role))
    return isLeftOut(code)
      ? null
      : wrong(claim, `只有角色 ${role} 才带此声明`, `nothing, because only the role ${role} goes with this claim`, code);
  return fits(code, ORGANISATION)
    ? null
    : wrong(claim, `机构代码，如 ${example}，角色 ${role} 必须带上`, `a code such as ${example}, which the role ${role} needs`, code);
}

function wrong(claim: string, zh: string, en: string, found: unknown): WrongClaim {
  const isMissing = isLeftOut(found);
  return {
    kind: 'wrong',
    claim,
    text: bilingual(
      `令牌的声明 ${claim} 不可用：应为${zh}；${isMissing ? '没有这项声明' : `实为 ${shown(found)}`}。`,
      `The claim ${claim} of the token cannot be used: expected ${en}; ${isMissing ? 'it is missing' : `found ${shown(found)}`}.`,
    ),
  };
}
