import type { CountedPlace } from '../../src/ledger/counted-persons.js';
import type { StoredRequest } from '../../src/ledger/idempotency.js';
import type { LedgerBook } from '../../src/ledger/ledger-book.js';
import type { Pool } from '../../src/ledger/place-accounts.js';
import type { PendingTransfer, Transfer, TransferRequest } from '../../src/ledger/transfer.js';
import { instantOf, type Ledger } from './harness.js';
import { REGIONS, type Usage } from './places-model.js';

const YEAR = 2024;
const poolOf = (regionCode: string): Pool => ({ regionCode, year: YEAR });

interface SystemEnrolment {
  readonly person: number;
  readonly run: number;
}

/** The places of two regions on the pure ledger, with a history and keys in memory where the service has a database. */
export class PlacesSystem {
  now = 0;
  readonly targets = new Set<string>();
  private book: LedgerBook;
  private readonly history: Transfer[] = [];
  private readonly runs: { readonly pool: Pool; hold: string }[] = [];
  private readonly enrolments: SystemEnrolment[] = [];
  private readonly tickets: string[] = [];
  private readonly counted = new Map<string, CountedPlace>();
  private readonly requests = new Map<string, StoredRequest<string>>();

  constructor(private readonly ledger: Ledger) {
    const codes = [ledger.sourceAccount(YEAR), ...REGIONS.flatMap((region) => ledger.poolAccounts(poolOf(region)))];
    this.book = ledger.ledgerBook({ accounts: codes.map(ledger.openedAccount) });
  }

  /** What an operation does with a client's key. */
  send(key: string, request: string, act: () => string): string {
    const decision = this.ledger.decideRepeat(this.requests.get(key) ?? null, request);
    if (decision.kind === 'REPLAY') return decision.reply;
    if (decision.kind !== 'FIRST') return decision.kind;
    const reply = act();
    this.requests.set(key, { requestHash: request, reply });
    return reply;
  }

  usage(region: string): Usage {
    const { quotaAccount, heldAccount, namedAccount, RELEASING_CAUSES } = this.ledger;
    const pool = poolOf(region);
    const balanceOf = (code: string) => this.book.accounts.get(code)!;
    const released = this.history
      .filter(
        ({ kind, cause, debit }) =>
          debit === quotaAccount(pool) && (kind === 'VOID' || kind === 'EXPIRE') && RELEASING_CAUSES.some((one) => one === cause),
      )
      .reduce((total, { amount }) => total + amount, 0n);
    const [quota, held, named] = [balanceOf(quotaAccount(pool)), balanceOf(heldAccount(pool)), balanceOf(namedAccount(pool))];
    const usage = this.ledger.quotaUsage({ quota, held, named, released, expired: 0n });
    return Object.fromEntries(Object.entries(usage).map(([name, places]) => [name, Number(places)])) as unknown as Usage;
  }

  /** The laws that hold whatever happened; empty when they do. */
  brokenLaws(): string[] {
    const accounts = [...this.book.accounts.values()];
    const total = (field: 'debitsPending' | 'debitsPosted' | 'creditsPending' | 'creditsPosted') =>
      accounts.reduce((sum, account) => sum + account[field], 0n);
    const open = new Map([...this.book.pendings].map(([id, { openAmount }]) => [id, openAmount]));
    const difference = this.ledger.firstDifference({ balances: this.book.accounts, open }, this.ledger.replay(this.history));
    return [
      ...(total('debitsPending') === total('creditsPending') ? [] : ['pending debits are not pending credits']),
      ...(total('debitsPosted') === total('creditsPosted') ? [] : ['posted debits are not posted credits']),
      ...[...this.book.pendings.values()]
        .filter(({ openAmount, amount }) => openAmount < 0n || openAmount > amount)
        .map(({ id }) => `${id} resolved twice`),
      ...(difference === null ? [] : [`counter and replay differ: ${difference.subject} ${difference.field}`]),
    ];
  }

  allocate(region: string, places: number): string {
    return this.apply(this.ledger.allocatePlaces(poolOf(region), BigInt(places)));
  }

  adjust(fromRegion: string | null, toRegion: string | null, places: number): string {
    return this.apply(this.ledger.adjustPlaces({ year: YEAR, fromRegion, toRegion, places: BigInt(places) }));
  }

  hold(region: string, places: number, dueAt: number | null): string {
    const pool = poolOf(region);
    const holds = this.runs.filter((run) => run.pool.regionCode === region).map(({ hold }) => this.pending(hold));
    const expiresAt = dueAt === null ? null : instantOf(dueAt);
    const id = `${this.runs.length}`;
    const requests = [...this.ledger.expireHolds(holds, this.at()), ...this.ledger.holdPlaces(pool, BigInt(places), id, expiresAt)];
    return this.apply(requests, (transfers) => this.runs.push({ pool, hold: transfers.at(-1)!.id }));
  }

  ticket(region: string, places: number, dueAt: number | null): string {
    const [debit, credit] = [this.ledger.quotaAccount(poolOf(region)), this.ledger.namedAccount(poolOf(region))];
    const expiresAt = dueAt === null ? null : instantOf(dueAt);
    const subject = { cause: 'NAME', courseRunId: null, enrolmentId: null };
    const request: TransferRequest = { kind: 'PENDING', debit, credit, amount: BigInt(places), expiresAt, ...subject };
    return this.apply([request], ([transfer]) => this.tickets.push(transfer!.id));
  }

  resolveTicket(kind: 'POST' | 'VOID' | 'EXPIRE', index: number, places: number): string {
    const pendingId = this.tickets[index]!;
    return this.apply([{ kind, pendingId, amount: BigInt(places), cause: 'UNUSED', courseRunId: null, enrolmentId: null }]);
  }

  enrol(index: number, person: number): string {
    const { pool, hold } = this.runs[index]!;
    const before = this.counted.get(this.keyOf(pool, person)) ?? null;
    const { after, isCounted } = this.ledger.countOneMore(before);
    const arrival = { pool, hold: this.pending(hold), courseRunId: `${index}`, enrolmentId: `${this.enrolments.length}`, isCounted };
    return this.apply(this.ledger.namePlace(arrival, this.at()), (transfers) => {
      this.count(pool, person, before, after, transfers);
      this.enrolments.push({ person, run: index });
    });
  }

  withdraw(index: number): string {
    const { person, run } = this.enrolments[index]!;
    const place = this.placeOf(index);
    const { after, isLast } = this.ledger.countOneLess(place);
    const departure = { named: this.pending(place.transferId), courseRunId: `${run}`, enrolmentId: `${index}`, isLast };
    return this.apply(this.ledger.withdrawPlace(departure), () => this.count(this.runs[run]!.pool, person, place, after, []));
  }

  certify(index: number): string {
    const { person, run } = this.enrolments[index]!;
    const place = this.placeOf(index);
    const { after, isFirst } = this.ledger.countAsUsed(place);
    const certification = { named: this.pending(place.transferId), courseRunId: `${run}`, enrolmentId: `${index}`, isFirst };
    return this.apply(this.ledger.certifyPlace(certification), () => this.count(this.runs[run]!.pool, person, place, after, []));
  }

  move(index: number, to: number): string {
    const { person, run } = this.enrolments[index]!;
    const [from, { pool, hold }] = [this.runs[run]!.pool, this.runs[to]!];
    const isSamePool = from.regionCode === pool.regionCode;
    const place = this.placeOf(index);
    const less = isSamePool ? { after: place, isLast: false } : this.ledger.countOneLess(place);
    const there = this.counted.get(this.keyOf(pool, person)) ?? null;
    const more = this.ledger.countOneMore(there);
    const departure = { named: this.pending(place.transferId), courseRunId: `${run}`, enrolmentId: `${index}`, isLast: less.isLast };
    const subject = { courseRunId: `${to}`, enrolmentId: `${this.enrolments.length}` };
    const arrival = { pool, hold: this.pending(hold), ...subject, isCounted: more.isCounted };
    return this.apply(this.ledger.movePlace(departure, from, arrival, this.at()), (transfers) => {
      if (!isSamePool) {
        this.count(from, person, place, less.after, []);
        this.count(pool, person, there, more.after, transfers);
      }
      this.enrolments.push({ person, run: to });
    });
  }

  releaseHold(index: number): string {
    return this.apply(this.ledger.releaseHold(this.pending(this.runs[index]!.hold), 'UNUSED', this.at()));
  }

  resize(index: number, places: number): string {
    const run = this.runs[index]!;
    const resize = { pool: run.pool, hold: this.pending(run.hold), places: BigInt(places), expiresAt: null };
    return this.apply(this.ledger.resizeHold(resize, this.at()), (transfers) => {
      const held = transfers.find(({ kind }) => kind === 'PENDING');
      if (held !== undefined) run.hold = held.id;
    });
  }

  sweep(): string {
    return this.apply(
      this.ledger.expireHolds(
        this.runs.map(({ hold }) => this.pending(hold)),
        this.at(),
      ),
    );
  }

  private at(): string {
    return instantOf(this.now);
  }

  private apply(requests: readonly TransferRequest[], done: (transfers: readonly Transfer[]) => void = () => undefined): string {
    const targets = new Set([...this.targets].map((region) => this.ledger.quotaAccount(poolOf(region))));
    const outcome = this.ledger.applyTransfers({ ...this.book, targets }, requests, this.at());
    if (outcome.kind === 'refused') return outcome.reason.code;
    const ids = outcome.transfers.map((_, index) => `${this.history.length + index + 1}`);
    const { book, transfers } = this.ledger.numberTransfers(outcome, ids);
    this.book = book;
    this.history.push(...transfers);
    done(transfers);
    return 'DONE';
  }

  private pending(id: string): PendingTransfer {
    return this.book.pendings.get(id)!;
  }

  private keyOf({ regionCode }: Pool, person: number): string {
    return `${regionCode} ${this.ledger.countedBy('DISTINCT_PERSONS', { personId: `${person}`, enrolmentId: '' })}`;
  }

  private placeOf(enrolment: number): CountedPlace {
    const { person, run } = this.enrolments[enrolment]!;
    return this.counted.get(this.keyOf(this.runs[run]!.pool, person))!;
  }

  private count(
    pool: Pool,
    person: number,
    before: CountedPlace | null,
    after: Pick<CountedPlace, 'enrolments' | 'isUsed'> | null,
    transfers: readonly Transfer[],
  ): void {
    const key = this.keyOf(pool, person);
    const transferId = before?.transferId ?? transfers.find(({ kind }) => kind === 'PENDING')?.id ?? '';
    if (after === null) this.counted.delete(key);
    else this.counted.set(key, { ...pool, counted: key, transferId, ...after });
  }
}
