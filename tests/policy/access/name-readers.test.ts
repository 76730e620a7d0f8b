import type { Actor, Role } from '../../../src/policy/access/actor.js';
import { readsNames } from '../../../src/policy/access/name-readers.js';

const ROW = { institutionCode: 'TI-DUT', regionCode: 'LN-210100', organisingRegionCode: 'LN-210200' };
const actor = (roles: readonly Role[], reach: Partial<Actor> = {}): Actor => ({
  person: 'x',
  roles,
  regions: [],
  institution: null,
  assessmentBody: null,
  ...reach,
});

describe('who reads the whole name of a trainee (Q92)', () => {
  it.each<readonly [title: string, actor: Actor | null, expected: boolean]>([
    ['nobody', null, false],
    ['the institution', actor(['INSTITUTION'], { institution: 'TI-DUT' }), true],
    ['another institution', actor(['INSTITUTION'], { institution: 'TI-SIE' }), false],
    ["an officer of the trainee's region", actor(['HR_OFFICER'], { regions: ['LN-210100'] }), true],
    ['a reviewer of the organising region', actor(['HR_REVIEWER'], { regions: ['LN-210200'] }), true],
    ['an officer of a third region', actor(['HR_OFFICER'], { regions: ['LN-210300'] }), false],
    ["finance of the trainee's region", actor(['FINANCE_OFFICER', 'FINANCE_PAYER'], { regions: ['LN-210100'] }), false],
    ['the province', actor(['PROVINCE_OFFICER', 'PROVINCE_REVIEWER']), false],
    ['an assessment body', actor(['ASSESSMENT_BODY'], { assessmentBody: 'EI-CESI' }), false],
    ['the auditor', actor(['AUDITOR']), true],
  ])('%s: %s', (_title, who, expected) => {
    expect(readsNames(who, ROW)).toBe(expected);
  });
});
