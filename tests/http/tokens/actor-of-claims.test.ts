import { actorOfClaims } from '../../../src/http/tokens/actor-of-claims.js';

const GOOD = { sub: 'li-na', jti: 'token-1' };
const of = (claims: Readonly<Record<string, unknown>>) => actorOfClaims({ ...GOOD, ...claims });

describe('claims that make an actor', () => {
  it('a bureau with its regions, each once', () => {
    expect(of({ roles: ['HR_OFFICER', 'HR_REVIEWER', 'HR_OFFICER'], regions: ['LN-210100', 'LN-SHENFU', 'LN-210100'] })).toEqual({
      kind: 'actor',
      tokenId: 'token-1',
      actor: {
        person: 'li-na',
        roles: ['HR_OFFICER', 'HR_REVIEWER'],
        regions: ['LN-210100', 'LN-SHENFU'],
        institution: null,
        assessmentBody: null,
      },
    });
  });

  it.each([
    ['a training institution', { roles: ['INSTITUTION'], institution: 'TI-DUT' }],
    ['an assessment body', { roles: ['ASSESSMENT_BODY'], assessmentBody: 'EI-CESI', institution: null, regions: null }],
    ['the province, without a region', { roles: ['PROVINCE_OFFICER', 'PROVINCE_REVIEWER'] }],
    ['an auditor', { roles: ['AUDITOR'] }],
    ['a reward department with regions', { roles: ['REWARD_DEPARTMENT'], regions: ['LN-210200'] }],
    ['a Chinese name', { sub: '李娜', roles: ['AUDITOR'] }],
    ['a name as issuers make them', { sub: 'auth0|5f7c8ec7c33c6c004bbafe82', roles: ['AUDITOR'] }],
    ['a UUID', { sub: '3f2504e0-4f89-11d3-9a0c-030512345678', roles: ['AUDITOR'] }],
    ['a number of 21 digits', { sub: '110169484474386276334', roles: ['AUDITOR'] }],
  ])('%s', (_title, claims) => expect(of(claims).kind).toBe('actor'));
});

describe('claims that make none, by name', () => {
  it.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    ['no roles', 'roles', {}],
    ['an empty list of roles', 'roles', { roles: [] }],
    ['a text for a list', 'roles', { roles: 'AUDITOR' }],
    ['an unknown role', 'roles', { roles: ['AUDITOR', 'auditor'] }],
    ['null for a role', 'roles', { roles: [null] }],
    ['twelve roles', 'roles', { roles: Array.from({ length: 12 }, () => 'AUDITOR') }],
    ['an institution without its code', 'institution', { roles: ['INSTITUTION'] }],
    ['an institution with an empty code', 'institution', { roles: ['INSTITUTION'], institution: '' }],
    ['an institution with a list', 'institution', { roles: ['INSTITUTION'], institution: ['TI-DUT'] }],
    ['the code of an institution without its role', 'institution', { roles: ['AUDITOR'], institution: 'TI-DUT' }],
    ['an assessment body without its code', 'assessmentBody', { roles: ['ASSESSMENT_BODY'] }],
    ['the code of an assessment body without its role', 'assessmentBody', { roles: ['AUDITOR'], assessmentBody: 'EI-CESI' }],
    ['HR without regions', 'regions', { roles: ['HR_OFFICER'] }],
    ['HR review without regions', 'regions', { roles: ['HR_REVIEWER'], regions: [] }],
    ['finance without regions', 'regions', { roles: ['AUDITOR', 'FINANCE_OFFICER'] }],
    ['a payer without regions', 'regions', { roles: ['FINANCE_PAYER'], regions: null }],
    ['a region of another form', 'regions', { roles: ['AUDITOR'], regions: ['210100'] }],
    ['a text for the list of regions', 'regions', { roles: ['AUDITOR'], regions: 'LN-210100' }],
    ['51 regions', 'regions', { roles: ['AUDITOR'], regions: Array.from({ length: 51 }, () => 'LN-210100') }],
    ['an empty person', 'sub', { roles: ['AUDITOR'], sub: '' }],
    ['a person of 101 characters', 'sub', { roles: ['AUDITOR'], sub: 'a'.repeat(101) }],
    ['a person with a blank', 'sub', { roles: ['AUDITOR'], sub: 'li na' }],
    ['a person with a line break', 'sub', { roles: ['AUDITOR'], sub: 'li\nna' }],
    ['a number for a person', 'sub', { roles: ['AUDITOR'], sub: 7 }],
    ['an identity number for a person', 'sub', { roles: ['AUDITOR'], sub: '21010219900101123X' }],
    ['an id with a blank', 'jti', { roles: ['AUDITOR'], jti: 'a b' }],
    ['an id of 129 characters', 'jti', { roles: ['AUDITOR'], jti: 'a'.repeat(129) }],
  ])('%s', (_title, claim, claims) => expect(of(claims)).toMatchObject({ kind: 'wrong', claim }));

  it('says what was expected and found, in both languages, without an identity number', () => {
    expect(of({ roles: ['FINANCE_PAYER'] })).toEqual({
      kind: 'wrong',
      claim: 'regions',
      text: {
        zh: '令牌的声明 regions 不可用：应为至少一个地区代码，角色 FINANCE_PAYER 必须限定地区；没有这项声明。',
        en: 'The claim regions of the token cannot be used: expected at least one region code, because the role FINANCE_PAYER is bound to regions; it is missing.',
      },
    });
    expect(JSON.stringify(of({ roles: ['AUDITOR'], sub: '210102199001011234' }))).not.toContain('210102199001011234');
  });
});
