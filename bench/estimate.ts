import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { askEstimate, type EstimateAnswer, headsOf } from './estimate-request.js';
import type { ExpectedTotal, LoadReport } from './load/load-order.js';
import { LoadProcess } from './load/load-process.js';
import { median, rounded } from './median.js';
import { builtFolder, builtProgram, projectFile, withTemporaryFolder } from './places.js';
import { type ServerProcess, type ServerProgram, startServer } from './server-process.js';

/** The stacks that the service is compared with, in the order in which they take their turns. */
const PEERS = ['stock-apollo', 'mercurius-jit', 'bare-http'] as const;
type Peer = (typeof PEERS)[number];
type Stack = 'service' | Peer;

const CONNECTIONS = 32;
const COMPARED_ANSWERS = 8;

export interface EstimateOptions {
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly warmUpSeconds: number;
  readonly report: (line: string) => void;
}

export interface StackFigures {
  readonly requestsPerSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly cpuMicrosecondsPerRequest: number | null;
  readonly rounds: readonly number[];
}

export interface EstimateResult {
  /** service against peer, such as `estimate/stock-apollo`; null where the peer could not be asked */
  readonly ratios: Readonly<Record<string, number | null>>;
  /** the same by processor time per request, peer against service: steadier on a machine that others use too */
  readonly cpuRatios: Readonly<Record<string, number | null>>;
  readonly stacks: Readonly<Partial<Record<Stack, StackFigures>>>;
  /** why a peer was not asked */
  readonly missing: Readonly<Partial<Record<Peer, string>>>;
}

interface Round {
  readonly requestsPerSecond: number;
  readonly cpuMicroseconds: number | null;
  readonly load: LoadReport;
}

/**
 * How many estimates a second the service answers, against the same resolvers on other servers and against HTTP alone. Throws when the
 * service itself fails; a peer that cannot be started or answers otherwise is left out, with the reason.
 */
export const measureEstimate = (options: EstimateOptions): Promise<EstimateResult> =>
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
      const rounds = await runRounds(servers, load, await expectedTotal(service), options);
      return { ratios: ratiosOf(rounds, rateRatio), cpuRatios: ratiosOf(rounds, cpuRatio), stacks: figuresOf(rounds), missing };
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

function isInstalled(name: string, from: string): boolean {
  try {
    createRequire(from).resolve(name);
    return true;
  } catch {
    // Node finds it nowhere above that file.
    return false;
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

async function runRounds(
  servers: ReadonlyMap<Stack, ServerProcess>,
  load: LoadProcess,
  expected: ExpectedTotal,
  options: EstimateOptions,
): Promise<Map<Stack, Round[]>> {
  const rounds = new Map<Stack, Round[]>([...servers.keys()].map((stack) => [stack, []]));
  const run = async (stack: Stack, server: ServerProcess, seconds: number): Promise<Round> => {
    const { hostname, port, pathname } = new URL(server.url);
    const before = server.cpuSeconds();
    const constant = { base: expected.base + headsOf(0).first * expected.first + headsOf(0).second * expected.second, first: 0, second: 0 };
    const order = {
      host: hostname,
      port: Number(port),
      path: pathname,
      connections: CONNECTIONS,
      seconds,
      expected: stack === 'bare-http' ? constant : expected,
    };
    const report = await load.run(order);
    const after = server.cpuSeconds();
    return {
      requestsPerSecond: report.requests / report.seconds,
      cpuMicroseconds: before === null || after === null ? null : ((after - before) * 1e6) / report.requests,
      load: report,
    };
  };
  for (const [stack, server] of servers) {
    options.report(`estimate: warming up ${stack}`);
    await run(stack, server, options.warmUpSeconds);
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const [stack, server] of servers) rounds.get(stack)?.push(await run(stack, server, options.roundSeconds));
    if (round % 4 !== 0 && round < options.rounds) continue;
    const figures = [...rounds].map(([stack, own]) => `${stack} ${Math.round(own.at(-1)?.requestsPerSecond ?? 0)}`);
    options.report(`estimate: round ${round} of ${options.rounds}, requests/s: ${figures.join(', ')}`);
  }
  return rounds;
}

type Compare = (own: Round, other: Round) => number | null;
const rateRatio: Compare = (own, other) => own.requestsPerSecond / other.requestsPerSecond;
const cpuRatio: Compare = (own, other) =>
  own.cpuMicroseconds === null || other.cpuMicroseconds === null ? null : other.cpuMicroseconds / own.cpuMicroseconds;

/** The median over the rounds of the service against the peer in the same round, so that a drift of the machine falls out. */
function ratiosOf(rounds: ReadonlyMap<Stack, readonly Round[]>, compare: Compare): Record<string, number | null> {
  const own = rounds.get('service') ?? [];
  return Object.fromEntries(
    PEERS.map((peer) => {
      const others = rounds.get(peer) ?? [];
      const pairs = own.flatMap((round, n) => {
        const other = others[n];
        return other === undefined ? [] : (compare(round, other) ?? []);
      });
      return [`estimate/${peer}`, pairs.length === 0 ? null : rounded(median(pairs))];
    }),
  );
}

function figuresOf(rounds: ReadonlyMap<Stack, readonly Round[]>): Partial<Record<Stack, StackFigures>> {
  const figures = [...rounds].map(([stack, own]): [Stack, StackFigures] => {
    const cpu = own.flatMap(({ cpuMicroseconds }) => cpuMicroseconds ?? []);
    return [
      stack,
      {
        requestsPerSecond: Math.round(median(own.map(({ requestsPerSecond }) => requestsPerSecond))),
        medianMs: rounded(median(own.map(({ load }) => load.medianMs))),
        p99Ms: rounded(median(own.map(({ load }) => load.p99Ms))),
        cpuMicrosecondsPerRequest: cpu.length === 0 ? null : rounded(median(cpu), 1),
        rounds: own.map(({ requestsPerSecond }) => Math.round(requestsPerSecond)),
      },
    ];
  });
  return Object.fromEntries(figures);
}
