import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { askEstimate, type EstimateAnswer, headsOf } from './estimate-request.js';
import type { ExpectedTotal } from './load/load-order.js';
import { LoadProcess } from './load/load-process.js';
import { builtFolder, builtProgram, isInstalled, projectFile, withTemporaryFolder } from './places.js';
import { cpuRatio, figuresOf, rateRatio, ratiosOf, type RoundOptions, runRounds, type StackFigures, underLoad } from './rounds.js';
import { type ServerProcess, type ServerProgram, startServer } from './server-process.js';

/** The stacks that the service is compared with, in the order in which they take their turns. */
const PEERS = ['stock-apollo', 'mercurius-jit', 'bare-http'] as const;
type Peer = (typeof PEERS)[number];
type Stack = 'service' | Peer;

const CONNECTIONS = 32;
const COMPARED_ANSWERS = 8;

export interface EstimateResult {
  /** service against peer, such as `estimate/stock-apollo`; null where the peer could not be asked */
  readonly ratios: Readonly<Record<string, number | null>>;
  /** the same by processor time per request, peer against service: steadier on a machine that others use too */
  readonly cpuRatios: Readonly<Record<string, number | null>>;
  readonly stacks: Readonly<Record<string, StackFigures>>;
  /** why a peer was not asked */
  readonly missing: Readonly<Partial<Record<Peer, string>>>;
}

/**
 * How many estimates a second the service answers, against the same resolvers on other servers and against HTTP alone. Throws when the
 * service itself fails; a peer that cannot be started or answers otherwise is left out, with the reason.
 */
export const measureEstimate = (options: RoundOptions): Promise<EstimateResult> =>
  withTemporaryFolder(async (folder) => {
    const servers = new Map<Stack, ServerProcess>();
    const missing: Partial<Record<Peer, string>> = {};
    const load = new LoadProcess();
    try {
      options.report('estimate: starting the servers and comparing their answers');
      const service = await startServer({
        name: 'service',
        command: [builtProgram('src/main.js')],
        environment: { DATA_DIR: join(folder, 'data') },
      });
      servers.set('service', service);
      const answers = await answersOf(service);
      for (const peer of PEERS) {
        try {
          const server = await startServer(programOf(peer, folder, answers[0]?.text ?? ''));
          servers.set(peer, server);
          if (peer !== 'bare-http') await refuseOtherAnswers(server, answers);
        } catch (error) {
          missing[peer] = error instanceof Error ? error.message : String(error);
          await servers.get(peer)?.stop();
          servers.delete(peer);
        }
      }
      const expected = await expectedTotal(service);
      const contestants = [...servers.values()].map((server) =>
        underLoad(server, load, CONNECTIONS, { kind: 'ESTIMATE', expected: server.name === 'bare-http' ? constantOf(expected) : expected }),
      );
      const rounds = await runRounds('estimate', contestants, options);
      return {
        ratios: ratiosOf('estimate', rounds, PEERS, rateRatio),
        cpuRatios: ratiosOf('estimate', rounds, PEERS, cpuRatio),
        stacks: figuresOf(rounds),
        missing,
      };
    } finally {
      load.stop();
      await Promise.all([...servers.values()].map((server) => server.stop()));
    }
  });

function programOf(peer: Peer, folder: string, constantAnswer: string): ServerProgram {
  switch (peer) {
    case 'stock-apollo':
      return { name: peer, command: [builtProgram('bench/stacks/stock-apollo.js')] };
    case 'mercurius-jit': {
      const program = projectFile('bench/peers/mercurius-jit.mjs');
      if (!isInstalled('mercurius', program)) throw new Error('not installed: npm ci --prefix bench/peers');
      return { name: peer, command: [program, builtFolder.href] };
    }
    case 'bare-http': {
      const file = join(folder, 'answer.json');
      writeFileSync(file, constantAnswer);
      return { name: peer, command: [builtProgram('bench/stacks/bare-http.js'), file] };
    }
  }
}

/** Answers to requests that lie far apart in the series. Each is asked often enough to take the path that it takes under load. */
async function answersOf(server: ServerProcess): Promise<EstimateAnswer[]> {
  const answers: EstimateAnswer[] = [];
  for (let n = 0; n < COMPARED_ANSWERS; n += 1) answers.push(await askEstimate(server.url, headsOf(n * 100_003)));
  return answers;
}

async function refuseOtherAnswers(server: ServerProcess, answers: readonly EstimateAnswer[]): Promise<void> {
  const others = await answersOf(server);
  const wrong = others.find((other, n) => !isDeepStrictEqual(other.data, answers[n]?.data));
  if (wrong !== undefined) throw new Error(`answers otherwise than the service: ${wrong.text.slice(0, 300)}`);
}

/** The total as a function of the heads that differ, taken from three answers and proved on a fourth. */
async function expectedTotal({ url }: ServerProcess): Promise<ExpectedTotal> {
  const fenOf = async (n: number): Promise<number> =>
    Number((await askEstimate(url, headsOf(n))).data.subsidyEstimate.amount.replace('.', ''));
  const perStep = headsOf(900).second - headsOf(0).second;
  const start = await fenOf(0);
  const first = (await fenOf(1)) - start;
  const second = ((await fenOf(900)) - start) / perStep;
  const base = start - headsOf(0).first * first - headsOf(0).second * second;
  const { first: firstHeads, second: secondHeads } = headsOf(654_321);
  if ((await fenOf(654_321)) !== base + firstHeads * first + secondHeads * second) throw new Error('the total does not follow the heads');
  return { base, first, second };
}

/** The total of the first request, which bare HTTP gives to every one. */
const constantOf = ({ base, first, second }: ExpectedTotal): ExpectedTotal => ({
  base: base + headsOf(0).first * first + headsOf(0).second * second,
  first: 0,
  second: 0,
});
