import { randomUUID } from 'node:crypto';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import { revealIdentity } from '../../../src/operations/access/reveal-identity.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { askAs, codeOf } from '../../graphql/access/ask-as.js';
import { buildWorld, type World } from '../../graphql/access/world/world.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';

const schema = buildServiceSchema();
const REVEAL = `mutation ($input: RevealIdentityInput!) {
  revealIdentity(input: $input) { revealedIdentity { enrolmentId documentType name number } replayed userErrors { code } }
}`;
const LISTED = `query ($id: ID!) { auditEntries(filter: { kind: "revealIdentity", subjectId: $id }) { totalCount nodes {
  actor region { code } subjects { type id } details { name value } canonical } } }`;

describeOnEachDatabase(
  'an identity is revealed to a role, with a reason, and the reveal is logged (docs/decisions/0009-roles-and-scopes.md)',
  (open) => {
    let workplace: Workplace;
    let world: World;
    beforeAll(async () => {
      workplace = await workplaceOn(await open());
      world = await buildWorld(workplace);
    }, 120_000);

    const enrolmentOf = (scope: string): string =>
      world.objects.find((object) => object.type === 'Enrolment' && object.scope === scope)?.id ?? '';
    const reveal = (actor: Actor | null, scope: string, idempotencyKey: string = randomUUID()) =>
      askAs(schema, workplace, actor, REVEAL, { input: { enrolmentId: enrolmentOf(scope), reason: '核对发放名册', idempotencyKey } });
    const isStored = async (text: string): Promise<boolean> => {
      const { dataSource } = workplace;
      const [found] = await dataSource.query<{ readonly count: string }[]>(
        `SELECT (SELECT count(*) FROM idempotency WHERE reply::text LIKE $1 OR request_hash LIKE $1)
         + (SELECT count(*) FROM audit_entry WHERE convert_from(bytes, 'UTF8') LIKE $1) AS count`,
        [`%${text}%`],
      );
      return found?.count !== '0';
    };

    it('shows the whole name and number, and keeps neither in the reply nor in the log', async () => {
      const { data } = await reveal(PEOPLE.officer, 'own');
      const number = world.numbers.get('own') ?? '';
      expect(data).toEqual({
        revealIdentity: {
          revealedIdentity: { enrolmentId: enrolmentOf('own'), documentType: 'RESIDENT_CARD', name: 'canary-own-person.name', number },
          replayed: false,
          userErrors: [],
        },
      });
      expect([number.length, await isStored(number), await isStored('canary-own-person.name')]).toEqual([18, false, false]);
    });

    it('an auditor lists who looked at whom and why', async () => {
      const before = (await askAs(schema, workplace, PEOPLE.auditor, LISTED, { id: enrolmentOf('sameregion') })).data;
      expect(before).toMatchObject({ auditEntries: { totalCount: 0 } });
      await reveal(PEOPLE.reviewer, 'sameregion');
      const { data } = await askAs(schema, workplace, PEOPLE.auditor, LISTED, { id: enrolmentOf('sameregion') });
      expect(data).toMatchObject({
        auditEntries: {
          totalCount: 1,
          nodes: [
            {
              actor: 'li',
              region: { code: 'LN-210200' },
              subjects: [{ type: 'Enrolment', id: enrolmentOf('sameregion') }],
              details: [{ name: 'reason', value: '核对发放名册' }],
            },
          ],
        },
      });
    });

    it('the same key shows it again to the same person, and to nobody else: another reveal would leave no entry', async () => {
      const key = randomUUID();
      await reveal(PEOPLE.officer, 'own', key);
      const again = await reveal(PEOPLE.officer, 'own', key);
      expect(again.data).toMatchObject({ revealIdentity: { replayed: true, revealedIdentity: { number: world.numbers.get('own') } } });
      const colleague = await reveal({ ...PEOPLE.officer, person: 'colleague' }, 'own', key);
      expect(codeOf(colleague)).toMatch(/^FORBIDDEN/u);
      expect(JSON.stringify(colleague)).not.toContain(world.numbers.get('own'));
    });

    it.each([
      ['without a token', null, 'own', 'UNAUTHENTICATED'],
      ['to the institution', PEOPLE.institution, 'own', 'FORBIDDEN'],
      ['to the finance bureau', PEOPLE.finance, 'own', 'FORBIDDEN'],
      ['to a provincial officer', PEOPLE.province, 'own', 'FORBIDDEN'],
      ['of another region', PEOPLE.officer, 'otherregion', 'NOT_FOUND'],
    ] as const)('not %s', async (_title, actor, scope, code) => {
      const told = await reveal(actor, scope);
      expect(codeOf(told)).toBe(code);
      expect(world.canaries.scopesIn(told).size).toBe(0);
    });

    it('not with the name in the reason, for the log is kept for ever', async () => {
      const asked = { enrolmentId: enrolmentOf('own'), reason: '核对 canary-own-person.name 的证书' };
      const { refusals } = await act(workplace, revealIdentity, PEOPLE.officer, asked);
      expect(refusals.map(({ code, field }) => [code, field])).toEqual([['REASON_NAMES_PERSON', 'reason']]);
      expect(await isStored('canary-own-person.name')).toBe(false);
    });

    it.each([
      ['no reason', ''],
      ['an identity number in the reason', '核对210102199001011234'],
      ['a reason of 1001 characters', '说'.repeat(1001)],
    ])('not with %s', async (_title, reason) => {
      const asked = act(workplace, revealIdentity, PEOPLE.officer, { enrolmentId: enrolmentOf('own'), reason });
      await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' });
    });
  },
);
