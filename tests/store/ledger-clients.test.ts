import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';

import { poolAccounts } from '../../src/ledger/place-accounts.js';
import { expireHolds } from '../../src/store/ledger/expire-holds.js';
import { lockAccounts } from '../../src/store/ledger/lock-accounts.js';
import { replayFromDatabase } from '../../src/store/ledger/replay-from-database.js';
import { type RegionUsage, usageOfYear } from '../../src/store/ledger/usage-of-year.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { type Enrolled, PlacesDesk, type Run, type Written } from './places-desk.js';

const IS_LONG = process.env.LONG !== undefined;
const ROUNDS = IS_LONG ? 10 : 1;
const CLIENTS = 64;
const ACTS_PER_CLIENT = IS_LONG ? 40 : 8;
const PERSONS = 900;
const PLACES = 600n;
const YEAR = 2024;
const AT = '2024-03-01T08:00:00.000Z';
const DUE = '2024-04-01T08:00:00.000Z';
const SHENYANG = { regionCode: 'LN-210100', year: YEAR };
const DALIAN = { regionCode: 'LN-210200', year: YEAR };

/** What a client knows to have happened: only what the database has acknowledged. */
interface Acknowledged {
  readonly runs: Run[];
  readonly enrolled: Enrolled[];
  readonly certified: Enrolled[];
  readonly refusals: string[];
  /** by region, places put on hold less places taken off holds */
  readonly held: Map<string, bigint>;
}

type Choose = (below: number) => number;

const chooserOf = (seed: number): Choose => {
  const numbers = fc.sample(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { seed, numRuns: ACTS_PER_CLIENT * 4 });
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
};

const isHold = (kind: string, cause: string): boolean =>
  kind === 'PENDING' ? cause === 'HOLD' : ['NAME', 'ALREADY_COUNTED', 'UNUSED', 'EXPIRY'].includes(cause);

const note = (known: Acknowledged, written: Written): boolean => {
  if (typeof written === 'string') {
    known.refusals.push(written);
    return false;
  }
  for (const { kind, cause, amount, debit } of written) {
    if (!isHold(kind, cause)) continue;
    const region = debit.split('/')[2] ?? '';
    known.held.set(region, (known.held.get(region) ?? 0n) + (kind === 'PENDING' ? amount : -amount));
  }
  return true;
};

/** One client: chooses among what it may do now, and remembers what was acknowledged. */
class Client {
  private count = 0;

  constructor(
    private readonly desk: PlacesDesk,
    private readonly known: Acknowledged,
    private readonly number: number,
    private readonly choose: Choose,
  ) {}

  private id(): string {
    return `${this.number * 10_000 + (this.count += 1)}`;
  }

  async act(): Promise<void> {
    const mine = this.known.enrolled.filter(({ id }) => Math.floor(Number(id) / 10_000) === this.number);
    const one = mine[this.choose(Math.max(1, mine.length))];
    const what = this.choose(10);
    if (what < 2 || this.known.runs.length === 0) await this.hold();
    else if (what < 6 || one === undefined) await this.enrol();
    else if (what < 7) await this.leave(one, () => this.desk.withdraw(one, AT));
    else if (what < 8) await this.certify(one);
    else if (what < 9) await this.move(one);
    else note(this.known, await this.desk.release(this.run(), AT));
  }

  private run(): Run {
    const run = this.known.runs[this.choose(this.known.runs.length)];
    if (run === undefined) throw new Error('there is no run');
    return run;
  }

  private async hold(): Promise<void> {
    const [id, pool] = [this.id(), this.choose(4) === 0 ? DALIAN : SHENYANG];
    const written = await this.desk.hold(pool, id, BigInt(1 + this.choose(40)), this.choose(3) === 0 ? DUE : null, AT);
    if (note(this.known, written))
      this.known.runs.push({ id, pool, hold: typeof written === 'string' ? null : (written.at(-1)?.id ?? null) });
  }

  private async enrol(): Promise<void> {
    const enrolled = { id: this.id(), person: `${this.choose(PERSONS)}`, run: this.run() };
    if (note(this.known, await this.desk.enrol(enrolled, AT))) this.known.enrolled.push(enrolled);
  }

  private async leave(enrolled: Enrolled, how: () => Promise<Written>): Promise<boolean> {
    if (!note(this.known, await how())) return false;
    this.known.enrolled.splice(this.known.enrolled.indexOf(enrolled), 1);
    return true;
  }

  private async certify(enrolled: Enrolled): Promise<void> {
    if (await this.leave(enrolled, () => this.desk.certify(enrolled, AT))) this.known.certified.push(enrolled);
  }

  private async move(from: Enrolled): Promise<void> {
    const to = { id: this.id(), person: from.person, run: this.run() };
    if (await this.leave(from, () => this.desk.move(from, to, AT))) this.known.enrolled.push(to);
  }
}

const personsOf = (enrolled: readonly Enrolled[], regionCode: string): Set<string> =>
  new Set(enrolled.filter(({ run }) => run.pool.regionCode === regionCode).map(({ person }) => person));

/** What the acknowledged acts say, told without the ledger. */
const toldUsage = (known: Acknowledged, regionCode: string) => {
  const used = personsOf(known.certified, regionCode);
  const named = [...personsOf(known.enrolled, regionCode)].filter((person) => !used.has(person));
  return { held: known.held.get(regionCode) ?? 0n, named: BigInt(named.length), used: BigInt(used.size) };
};

const brokenLaws = (rows: readonly RegionUsage[]): string[] =>
  rows
    .filter(
      ({ allocated, held, named, used, available }) =>
        available < 0n || allocated !== PLACES || allocated !== held + named + used + available || held < 0n || named < 0n,
    )
    .map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)));

describeOnEachDatabase(`${CLIENTS} clients on two regions of ${PLACES} places (our design, docs/decisions/0011)`, (open, name) => {
  const sources: DataSource[] = [];
  beforeAll(async () => {
    for (let count = 0; count < (name === 'PostgreSQL' ? 3 : 1); count += 1) sources.push(await open());
  });
  const sourceOf = (number: number): DataSource => {
    const source = sources[number % sources.length];
    if (source === undefined) throw new Error('no data source');
    return source;
  };

  const playRound = async (round: number) => {
    await sourceOf(0).query('TRUNCATE account, transfer, pending_transfer, reversed_transfer, counted_key CASCADE');
    const desk = new PlacesDesk(sourceOf(0));
    await desk.allocate(SHENYANG, PLACES, AT);
    await desk.allocate(DALIAN, PLACES, AT);
    const known: Acknowledged = { runs: [], enrolled: [], certified: [], refusals: [], held: new Map() };
    const seen: string[] = [];
    let isOver = false;
    const watch = async () => {
      while (!isOver) {
        seen.push(...brokenLaws(await usageOfYear(sourceOf(0).manager, YEAR, AT)));
        await sleep(20);
      }
    };
    const play = async (number: number) => {
      const client = new Client(new PlacesDesk(sourceOf(number)), known, number + 1, chooserOf(round * 1_000 + number));
      for (let count = 0; count < ACTS_PER_CLIENT; count += 1) await client.act();
    };
    const watching = watch();
    const outcomes = await Promise.allSettled(Array.from({ length: CLIENTS }, (_, number) => play(number)));
    isOver = true;
    await watching;
    return { known, seen, failures: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : [])) };
  };

  it.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'never pass the cap, never wait for each other in a circle, and leave what was acknowledged: round %i',
    async (round) => {
      const { known, seen, failures } = await playRound(round);
      expect(failures).toEqual([]);
      expect(seen).toEqual([]);
      const rows = await usageOfYear(sourceOf(0).manager, YEAR, AT);
      expect(brokenLaws(rows)).toEqual([]);
      for (const { regionCode, held, named, used } of rows) expect({ held, named, used }).toEqual(toldUsage(known, regionCode));
      expect([...new Set(known.refusals)].filter((code) => code !== 'INSUFFICIENT')).toEqual([]);
      expect(known.refusals.length).toBeGreaterThan(0);
      expect(await replayFromDatabase(sourceOf(0).manager, YEAR)).toBeNull();
      const counted = await sourceOf(0).query(
        `SELECT region_code, count(*)::text AS places FROM counted_key GROUP BY region_code ORDER BY region_code`,
      );
      expect(counted).toEqual(rows.map((row) => ({ region_code: row.regionCode, places: `${row.named + row.used}` })));
    },
    300_000,
  );

  it('sweep expired holds at once, each hold once', async () => {
    const before = await usageOfYear(sourceOf(0).manager, YEAR, DUE);
    const sweep = (number: number) =>
      sourceOf(number).transaction((manager) => expireHolds(manager, { at: DUE, limit: 5, writeEntry: async () => '8' }));
    for (let rest = 1; rest > 0; ) {
      const swept = await Promise.all(Array.from({ length: 8 }, (_, number) => sweep(number)));
      rest = swept.flat().length;
    }
    expect(await usageOfYear(sourceOf(0).manager, YEAR, DUE)).toEqual(before);
    expect(await replayFromDatabase(sourceOf(0).manager, YEAR)).toBeNull();
    const open = await sourceOf(0).query(
      'SELECT count(*)::int AS count FROM pending_transfer WHERE expires_at IS NOT NULL AND open_amount > 0',
    );
    expect(open).toEqual([{ count: 0 }]);
  });

  it('open the same accounts at once', async () => {
    const pools = Array.from({ length: 6 }, (_, index) => ({ regionCode: `LN-${index}`, year: YEAR }));
    const some = (number: number) => [0, 1, 2].flatMap((step) => poolAccounts(pools[(number * (step + 1) + step) % 6] ?? SHENYANG));
    const opened = await Promise.allSettled(
      Array.from({ length: CLIENTS }, (_, number) => sourceOf(number).transaction((manager) => lockAccounts(manager, some(number)))),
    );
    expect(opened.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
