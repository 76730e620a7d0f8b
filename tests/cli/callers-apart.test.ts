import { decodeJwt } from 'jose';
import { signLocalToken } from '../../src/cli/local-token.js';
import { type RunningService, startService } from '../../src/cli/start-service.js';
import { openLocalTokenKey } from '../../src/http/tokens/local-token-key.js';
import { post, type Reply } from '../attack/harness.js';
import { type FreshDatabase, freshFolder } from '../harness/databases.js';

const WHOLE = { regions: [], institution: null, assessmentBody: null, hours: 1 } as const;
const PLANS = '{ trainingPlans { totalCount nodes { title region { code } } } }';
const ENOUGH_TO_COMPILE = 12;

describe('one service and its callers (docs/decisions/0009-roles-and-scopes.md)', () => {
  let database: FreshDatabase;
  let service: RunningService;
  let tokenOf: (person: string, role: string, regions?: readonly string[]) => Promise<string>;
  beforeAll(async () => {
    database = await freshFolder();
    const environment = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '', DATA_DIR: database.configuration.dataFolder };
    service = await startService(environment, () => new Date());
    const key = await openLocalTokenKey(database.configuration.dataFolder);
    tokenOf = async (person, role, regions = []) =>
      (await signLocalToken({ ...WHOLE, person, roles: [role], regions }, key, new Date())).token;
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await database?.remove();
  });
  const ask = (token: string, query: string): Promise<Reply> => post(service.url, query, {}, { authorization: `Bearer ${token}` });

  it('a document that two of them ask in turn, often enough to be compiled, shows each what is theirs', async () => {
    const today = new Date().toISOString().slice(0, 4);
    const callers = await Promise.all([tokenOf('wang', 'HR_OFFICER', ['LN-210200']), tokenOf('sun', 'HR_OFFICER', ['LN-210100'])]);
    for (const [index, region] of ['LN-210200', 'LN-210100'].entries()) {
      const proposal = `mutation { proposeTrainingPlan(input: { idempotencyKey: "plan-000${index}", region: "${region}", institution: "TI-DUT", year: ${today},
        title: "${region}", documentNumber: "测试", places: 10, drawnUpOn: "2025-01-02" }) { trainingPlan { title } userErrors { code } } }`;
      expect(await ask(callers[index] ?? '', proposal)).toMatchObject({
        data: { proposeTrainingPlan: { trainingPlan: { title: region } } },
      });
    }
    for (let turn = 0; turn < ENOUGH_TO_COMPILE; turn += 1) {
      const [dalian, shenyang] = await Promise.all(callers.map((token) => ask(token, PLANS)));
      expect(dalian?.data).toEqual({ trainingPlans: { totalCount: 1, nodes: [{ title: 'LN-210200', region: { code: 'LN-210200' } }] } });
      expect(shenyang?.data).toEqual({ trainingPlans: { totalCount: 1, nodes: [{ title: 'LN-210100', region: { code: 'LN-210100' } }] } });
      const nobody = await post(service.url, PLANS);
      expect([nobody.data, nobody.errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
    }
  });

  it('a token that was used a moment ago is refused from its revocation on', async () => {
    const [province, officer] = await Promise.all([tokenOf('feng', 'PROVINCE_OFFICER'), tokenOf('gone', 'HR_OFFICER', ['LN-210200'])]);
    const { jti = '', exp = 0 } = decodeJwt(officer);
    expect((await ask(officer, '{ whoAmI { person } }')).data).toEqual({ whoAmI: { person: 'gone' } });
    const revocation = `mutation { revokeToken(input: { idempotencyKey: "revoke-01", jti: "${jti}", expiresAt: "${new Date(exp * 1000).toISOString()}",
      reason: "人员离岗" }) { revokedToken { jti } userErrors { code } } }`;
    expect((await ask(province, revocation)).data).toEqual({ revokeToken: { revokedToken: { jti }, userErrors: [] } });
    const refused = await ask(officer, '{ whoAmI { person } }');
    expect([refused.status, refused.data, refused.errors[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED']);
    expect((await ask(province, '{ revokedTokens { nodes { jti revokedBy } } }')).data).toEqual({
      revokedTokens: { nodes: [{ jti, revokedBy: 'feng' }] },
    });
  });
});
