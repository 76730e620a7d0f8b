import { readdirSync } from 'node:fs';
import { askOver } from '../../src/cli/scenarios/ask.js';
import { runScenario } from '../../src/cli/scenarios/run-scenario.js';
import { readScenarios } from '../../src/cli/scenarios/scenario-file.js';
import { type RunningService, startService } from '../../src/cli/start-service.js';
import { freshFolder, freshServerDatabase, testServer } from '../harness/databases.js';

const FOLDER = 'tests/scenarios';
const scenarios = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => readScenarios(`${FOLDER}/${file}`));

/** The environment of a service on a fresh embedded database, or on a fresh database of the test server. */
async function environmentOf(database: 'embedded database' | 'PostgreSQL') {
  const server = database === 'PostgreSQL' ? await testServer() : null;
  const fresh = server === null ? await freshFolder() : await freshServerDatabase(server.url);
  const { url, dataFolder } = fresh.configuration;
  return {
    environment: { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: url ?? '', DATA_DIR: dataFolder },
    remove: async () => {
      await fresh.remove();
      await server?.stop();
    },
  };
}

describe.each(['embedded database', 'PostgreSQL'] as const)(
  'independent scenarios through the public API of a service on %s',
  (database) => {
    let service: RunningService;
    let remove: () => Promise<void>;

    beforeAll(async () => {
      const prepared = await environmentOf(database);
      remove = prepared.remove;
      service = await startService(prepared.environment, () => new Date('2026-11-22T04:00:00Z'));
    }, 120_000);

    afterAll(async () => {
      await service?.stop();
      await remove?.();
    });

    it(`all ${scenarios.length} cases of ${FOLDER} pass`, async () => {
      const ask = askOver(service.url);
      const failed: string[] = [];
      for (const scenario of scenarios) {
        const { passed, complaints } = await runScenario(scenario, ask, null);
        if (!passed) failed.push(`${scenario.id}: ${complaints.join('; ')}`);
      }
      expect(failed).toEqual([]);
    });

    it('a case of a later issue fails with the words "not yet", an unknown operation says so, a wrong expectation is told', async () => {
      const ask = askOver(service.url);
      const run = (op: string, input: Record<string, unknown>, expected: Record<string, unknown>) =>
        runScenario({ id: 'X', group: '', title: '', op, input, expected, norms: [] }, ask, null);
      expect((await run('nomination', {}, {})).complaints).toEqual(['not yet']);
      expect((await run('nonsense', {}, {})).complaints).toEqual(["unknown operation 'nonsense'"]);
      expect((await run('wan', { wan: '700' }, { cny: '7000000.01' })).complaints).toEqual([
        'cny: expected "7000000.01", got "7000000.00"',
      ]);
    });
  },
);
