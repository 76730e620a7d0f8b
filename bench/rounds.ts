import type { LoadQuestion } from './load/load-order.js';
import type { LoadProcess } from './load/load-process.js';
import { median, rounded } from './median.js';
import type { ServerProcess } from './server-process.js';

/** Whatever can be kept busy for some seconds and tells what it did. */
export interface Contestant {
  readonly name: string;
  run(seconds: number): Promise<Round>;
}

/** What one turn gave; null where the contestant cannot tell. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly cpuMicroseconds: number | null;
  readonly medianMs: number | null;
  readonly p99Ms: number | null;
}

export interface RoundOptions {
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly warmUpSeconds: number;
  readonly report: (line: string) => void;
}

/** The medians of a contestant's rounds. */
export interface StackFigures {
  readonly requestsPerSecond: number;
  readonly medianMs: number | null;
  readonly p99Ms: number | null;
  readonly cpuMicrosecondsPerRequest: number | null;
  readonly rounds: readonly number[];
}

export type Rounds = ReadonlyMap<string, readonly Round[]>;

/** A server under the load of so many connections that ask one question. */
export const underLoad = (server: ServerProcess, load: LoadProcess, connections: number, question: LoadQuestion): Contestant => ({
  name: server.name,
  run: async (seconds) => {
    const { hostname, port, pathname } = new URL(server.url);
    const before = server.cpuSeconds();
    const report = await load.run({ host: hostname, port: Number(port), path: pathname, connections, seconds, question });
    const after = server.cpuSeconds();
    return {
      requestsPerSecond: report.requests / report.seconds,
      cpuMicroseconds: before === null || after === null ? null : ((after - before) * 1e6) / report.requests,
      medianMs: report.medianMs,
      p99Ms: report.p99Ms,
    };
  },
});

/** Warms all up, then lets them take turns, one at a time. */
export async function runRounds(question: string, contestants: readonly Contestant[], options: RoundOptions): Promise<Rounds> {
  const rounds = new Map<string, Round[]>(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) {
    options.report(`${question}: warming up ${contestant.name}`);
    await contestant.run(options.warmUpSeconds);
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const contestant of contestants) rounds.get(contestant.name)?.push(await contestant.run(options.roundSeconds));
    if (round % 4 !== 0 && round < options.rounds) continue;
    const figures = [...rounds].map(([name, own]) => `${name} ${Math.round(own.at(-1)?.requestsPerSecond ?? 0)}`);
    options.report(`${question}: round ${round} of ${options.rounds}, requests/s: ${figures.join(', ')}`);
  }
  return rounds;
}

type Compare = (own: Round, other: Round) => number | null;

/** By answers a second. */
export const rateRatio: Compare = (own, other) => own.requestsPerSecond / other.requestsPerSecond;

/** By processor time per answer, other against own: steadier on a machine that others use too. */
export const cpuRatio: Compare = (own, other) =>
  own.cpuMicroseconds === null || other.cpuMicroseconds === null ? null : other.cpuMicroseconds / own.cpuMicroseconds;

/**
 * The median over the rounds of the service against a peer in the same round, so that a drift of the machine falls out; null for a peer without rounds.
 * Named after question and peer, such as `estimate/stock-apollo`.
 */
export const ratiosOf = (question: string, rounds: Rounds, peers: readonly string[], compare: Compare): Record<string, number | null> =>
  Object.fromEntries(peers.map((peer) => [`${question}/${peer}`, ratioOf(rounds.get('service') ?? [], rounds.get(peer) ?? [], compare)]));

function ratioOf(own: readonly Round[], others: readonly Round[], compare: Compare): number | null {
  const pairs = own.flatMap((round, n) => {
    const other = others[n];
    return other === undefined ? [] : (compare(round, other) ?? []);
  });
  return pairs.length === 0 ? null : rounded(median(pairs));
}

/** Every contestant's medians, by name. */
export const figuresOf = (rounds: Rounds): Record<string, StackFigures> =>
  Object.fromEntries([...rounds].map(([name, own]) => [name, figuresOfOne(own)]));

const figuresOfOne = (own: readonly Round[]): StackFigures => ({
  requestsPerSecond: Math.round(median(own.map(({ requestsPerSecond }) => requestsPerSecond))),
  medianMs: medianOf(own, ({ medianMs }) => medianMs, 2),
  p99Ms: medianOf(own, ({ p99Ms }) => p99Ms, 2),
  cpuMicrosecondsPerRequest: medianOf(own, ({ cpuMicroseconds }) => cpuMicroseconds, 1),
  rounds: own.map(({ requestsPerSecond }) => Math.round(requestsPerSecond)),
});

function medianOf(own: readonly Round[], figure: (round: Round) => number | null, decimals: number): number | null {
  const known = own.flatMap((round) => figure(round) ?? []);
  return known.length === 0 ? null : rounded(median(known), decimals);
}
