import fc from 'fast-check';

import type { Ledger } from './harness.js';
import { PlacesModel, REGIONS } from './places-model.js';
import { PlacesSystem } from './places-system.js';

/** What both the model and the ledger can be asked to do. */
type Places = Pick<
  PlacesModel,
  | 'allocate'
  | 'adjust'
  | 'hold'
  | 'ticket'
  | 'resolveTicket'
  | 'enrol'
  | 'withdraw'
  | 'certify'
  | 'move'
  | 'releaseHold'
  | 'resize'
  | 'sweep'
>;

type Act = (places: Places) => string;

/** Chooses an act that makes sense now, or none. */
type Plan = (model: PlacesModel) => Act | null;

const sameEverywhere = (model: PlacesModel, system: PlacesSystem): void => {
  for (const region of REGIONS) expectSame(`usage of ${region}`, system.usage(region), model.usage(region));
  expectSame('laws', system.brokenLaws(), []);
};

/** Thrown, not expected: the seeded bugs are counted as caught when it throws. */
const expectSame = (what: string, found: unknown, told: unknown): void => {
  const inOrder = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
        : part,
    );
  if (inOrder(found) !== inOrder(told)) throw new Error(`${what}: the ledger says ${inOrder(found)}, the model ${inOrder(told)}`);
};

class ActCommand implements fc.Command<PlacesModel, PlacesSystem> {
  constructor(
    private readonly name: string,
    private readonly plan: Plan,
  ) {}

  check(model: Readonly<PlacesModel>): boolean {
    return this.plan(model as PlacesModel) !== null;
  }

  run(model: PlacesModel, system: PlacesSystem): void {
    const act = this.plan(model);
    if (act === null) return;
    const key = `${model.replies.length}`;
    const told = act(model);
    expectSame(
      this.name,
      system.send(key, this.name, () => act(system)),
      told,
    );
    model.replies.push(told);
    sameEverywhere(model, system);
    // Sent again it gets its reply and does nothing; another request under its key is refused.
    expectSame(
      `${this.name} again`,
      system.send(key, this.name, () => act(system)),
      told,
    );
    expectSame(
      `${this.name} under a used key`,
      system.send(key, `other than ${this.name}`, () => act(system)),
      'CONFLICT',
    );
    sameEverywhere(model, system);
  }

  toString(): string {
    return this.name;
  }
}

class TimeCommand implements fc.Command<PlacesModel, PlacesSystem> {
  constructor(private readonly hours: number) {}
  check(): boolean {
    return true;
  }
  run(model: PlacesModel, system: PlacesSystem): void {
    model.now += this.hours;
    system.now += this.hours;
  }
  toString(): string {
    return `${this.hours} hours pass`;
  }
}

class ModeCommand implements fc.Command<PlacesModel, PlacesSystem> {
  constructor(
    private readonly region: string,
    private readonly isTarget: boolean,
  ) {}
  check(): boolean {
    return true;
  }
  run(model: PlacesModel, system: PlacesSystem): void {
    for (const { targets } of [model, system]) {
      if (this.isTarget) targets.add(this.region);
      else targets.delete(this.region);
    }
  }
  toString(): string {
    return `${this.region} is a ${this.isTarget ? 'target' : 'cap'}`;
  }
}

const region = fc.constantFrom(...REGIONS);
const places = fc.integer({ min: 1, max: 6 });
const some = fc.nat({ max: 40 });
const person = fc.nat({ max: 5 });
const hours = fc.option(fc.integer({ min: 1, max: 6 }));

const at = (hoursFromNow: number | null, { now }: PlacesModel): number | null => (hoursFromNow === null ? null : now + hoursFromNow);
const pick = (list: readonly unknown[], number: number): number => (list.length === 0 ? -1 : number % list.length);

const enrolled = (model: PlacesModel, number: number): number => {
  const indices = model.enrolments.flatMap(({ status }, index) => (status === 'ENROLLED' ? [index] : []));
  return indices[pick(indices, number)] ?? -1;
};

const planEnrol = (model: PlacesModel, number: number, who: number): Act | null => {
  const run = pick(model.runs, number);
  return run < 0 || model.isOnRun(run, who) ? null : (to) => to.enrol(run, who);
};

const planMove = (model: PlacesModel, number: number, target: number): Act | null => {
  const [index, to] = [enrolled(model, number), pick(model.runs, target)];
  return index < 0 || model.isOnRun(to, model.enrolments[index]!.person) ? null : (on) => on.move(index, to);
};

const planOn = (index: number, act: (places: Places, index: number) => string): Act | null => (index < 0 ? null : (to) => act(to, index));

const command = (name: string, plan: Plan): fc.Command<PlacesModel, PlacesSystem> => new ActCommand(name, plan);

const acts = [
  fc.tuple(region, places).map(([where, n]) => command(`allocate ${n} to ${where}`, () => (to) => to.allocate(where, n))),
  fc
    .tuple(fc.option(region), fc.option(region), places)
    .map(([from, to, n]) => command(`adjust ${n} from ${from} to ${to}`, () => (from === to ? null : (on) => on.adjust(from, to, n)))),
  fc.tuple(region, places, hours).map(([where, n, due]) =>
    command(`hold ${n} in ${where} for ${due}`, (model) => {
      const dueAt = at(due, model);
      return (to) => to.hold(where, n, dueAt);
    }),
  ),
  fc.tuple(region, places, hours).map(([where, n, due]) =>
    command(`pend ${n} in ${where} for ${due}`, (model) => {
      const dueAt = at(due, model);
      return (to) => to.ticket(where, n, dueAt);
    }),
  ),
  fc
    .tuple(fc.constantFrom('POST' as const, 'VOID' as const, 'EXPIRE' as const), some, fc.integer({ min: 1, max: 3 }))
    .map(([kind, k, n]) =>
      command(`${kind} ${n} of ${k}`, (model) => planOn(pick(model.tickets, k), (to, index) => to.resolveTicket(kind, index, n))),
    ),
  some.map((k) => command(`withdraw ${k}`, (model) => planOn(enrolled(model, k), (to, index) => to.withdraw(index)))),
  some.map((k) => command(`certify ${k}`, (model) => planOn(enrolled(model, k), (to, index) => to.certify(index)))),
  fc.tuple(some, some).map(([k, to]) => command(`move ${k} to ${to}`, (model) => planMove(model, k, to))),
  some.map((k) => command(`release ${k}`, (model) => planOn(pick(model.runs, k), (to, index) => to.releaseHold(index)))),
  fc
    .tuple(some, fc.nat({ max: 5 }))
    .map(([k, n]) => command(`resize ${k} to ${n}`, (model) => planOn(pick(model.runs, k), (to, index) => to.resize(index, n)))),
  fc.constant(command('sweep', () => (to) => to.sweep())),
  fc.integer({ min: 1, max: 4 }).map((passed) => new TimeCommand(passed)),
  fc.tuple(region, fc.boolean()).map(([where, isTarget]) => new ModeCommand(where, isTarget)),
];

const enrol = fc.tuple(some, person).map(([k, who]) => command(`enrol ${who} on ${k}`, (model) => planEnrol(model, k, who)));

/** Enrolments come more often than the rest, so that persons meet themselves. */
const commands = [...acts, ...Array.from({ length: 7 }, () => enrol)];

/** The whole life of places as random acts on a ledger, each compared with the plain model: the law that it must keep. */
export const placesLife = (ledger: Ledger): fc.IProperty<[Iterable<fc.Command<PlacesModel, PlacesSystem>>]> =>
  fc.property(fc.commands(commands, { maxCommands: 100, size: 'max' }), (life) => {
    fc.modelRun(() => ({ model: new PlacesModel(), real: new PlacesSystem(ledger) }), life);
  });
