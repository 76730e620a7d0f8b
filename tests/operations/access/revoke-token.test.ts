import { buildServiceSchema } from '../../../src/graphql/schema.js';
import { RevokedTokens } from '../../../src/operations/access/revoked-tokens.js';
import { revokeToken } from '../../../src/operations/access/revoke-token.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { askAs } from '../../graphql/access/ask-as.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, NOON, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';

const HOUR_MS = 3_600_000;
const EXPIRES_AT = '2026-03-02T08:00:00.000Z';
const schema = buildServiceSchema();

describeOnEachDatabase('a bearer token is revoked (docs/decisions/0009-roles-and-scopes.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  }, 120_000);
  const revoke = (jti: string) => ({ jti, expiresAt: EXPIRES_AT, reason: '人员离岗' });

  it('through the API it is not believed from that moment on, and is listed', async () => {
    const { data, errors } = await askAs(
      schema,
      workplace,
      PEOPLE.province,
      `mutation { revokeToken(input: { jti: "token-a", expiresAt: "${EXPIRES_AT}", reason: "人员离岗", idempotencyKey: "revoke-0001" }) {
        revokedToken { id jti revokedAt expiresAt revokedBy reason } userErrors { code } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      revokeToken: {
        revokedToken: {
          jti: 'token-a',
          revokedAt: '2026-03-02T04:00:00.000Z',
          expiresAt: EXPIRES_AT,
          revokedBy: 'feng',
          reason: '人员离岗',
        },
        userErrors: [],
      },
    });
    expect([workplace.revokedTokens.has('token-a'), workplace.revokedTokens.has('token-b')]).toEqual([true, false]);
    const listed = await askAs(schema, workplace, PEOPLE.auditor, '{ revokedTokens { totalCount nodes { jti } } }');
    expect(listed.errors).toEqual([]);
    expect(listed.data).toEqual({ revokedTokens: { totalCount: 1, nodes: [{ jti: 'token-a' }] } });
  });

  it('another process hears of it when it next reads the table', async () => {
    const elsewhere = new RevokedTokens(workplace.dataSource, () => NOON);
    await elsewhere.refresh();
    await done(workplace, revokeToken, PEOPLE.province, revoke('token-c'));
    expect(elsewhere.has('token-c')).toBe(false);
    const heard = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!elsewhere.has('token-c')) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
    elsewhere.watch(() => undefined, 10);
    await heard;
    await elsewhere.stop();
  });

  it('is remembered two days beyond its expiry, however early that was said to be, and then forgotten', async () => {
    await done(workplace, revokeToken, PEOPLE.province, { ...revoke('token-d'), expiresAt: '2026-01-01T00:00:00Z' });
    const at = async (instant: number) => {
      const tokens = new RevokedTokens(workplace.dataSource, () => new Date(instant));
      await tokens.refresh();
      return tokens.has('token-d');
    };
    expect(await at(NOON.getTime() + 47 * HOUR_MS)).toBe(true);
    expect(await at(NOON.getTime() + 49 * HOUR_MS)).toBe(false);
  });

  it('twice is refused, and a database that does not answer leaves what is known', async () => {
    await done(workplace, revokeToken, PEOPLE.province, revoke('token-e'));
    expect(await refusalsOf(workplace, revokeToken, PEOPLE.province, revoke('token-e'))).toEqual(['TOKEN_ALREADY_REVOKED']);
  });

  it.each([
    ['an empty id', { jti: '' }, 'jti'],
    ['an id with a blank', { jti: 'a b' }, 'jti'],
    ['no instant', { expiresAt: 'tomorrow' }, 'expiresAt'],
    ['no reason', { reason: ' ' }, 'reason'],
  ])('%s is refused', async (_title, change, field) => {
    const asked = act(workplace, revokeToken, PEOPLE.province, { ...revoke('token-f'), ...change });
    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
