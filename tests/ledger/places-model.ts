/** The places of two regions told in plain words and numbers, without accounts or transfers: what the ledger is compared with. */
export interface Usage {
  allocated: number;
  held: number;
  named: number;
  used: number;
  available: number;
  released: number;
}

interface ModelRun {
  readonly region: string;
  open: number;
  dueAt: number | null;
}

interface ModelEnrolment {
  readonly person: number;
  readonly run: number;
  status: 'ENROLLED' | 'GONE' | 'CERTIFIED';
}

/** Places pending for nobody in particular, resolved in parts. */
interface Ticket {
  readonly region: string;
  open: number;
  posted: number;
  readonly dueAt: number | null;
}

export const REGIONS = ['LN-210100', 'LN-210200'] as const;

const isDue = ({ dueAt }: { readonly dueAt: number | null }, now: number): boolean => dueAt !== null && now >= dueAt;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export class PlacesModel {
  now = 0;
  readonly runs: ModelRun[] = [];
  readonly enrolments: ModelEnrolment[] = [];
  readonly tickets: Ticket[] = [];
  readonly targets = new Set<string>();
  readonly replies: string[] = [];
  private readonly allocated = new Map<string, number>();
  private readonly released = new Map<string, number>();

  usage(region: string): Usage {
    const allocated = this.allocated.get(region) ?? 0;
    const tickets = this.tickets.filter((ticket) => ticket.region === region);
    const held = sum(this.runsOf(region).map(({ open }) => open));
    const persons = this.personsOf(region, ['ENROLLED', 'CERTIFIED']);
    const users = this.personsOf(region, ['CERTIFIED']);
    const named = persons.size - users.size + sum(tickets.map(({ open }) => open));
    const used = users.size + sum(tickets.map(({ posted }) => posted));
    return { allocated, held, named, used, available: allocated - held - named - used, released: this.released.get(region) ?? 0 };
  }

  allocate(region: string, places: number): string {
    this.allocated.set(region, this.usage(region).allocated + places);
    return 'DONE';
  }

  adjust(from: string | null, to: string | null, places: number): string {
    if (from !== null && this.usage(from).available < places) return 'INSUFFICIENT';
    if (from !== null) this.allocate(from, -places);
    if (to !== null) this.allocate(to, places);
    return 'DONE';
  }

  hold(region: string, places: number, dueAt: number | null): string {
    const due = this.runsOf(region).filter((run) => run.open > 0 && isDue(run, this.now));
    if (this.isShort(region, sum(due.map(({ open }) => open)), places)) return 'INSUFFICIENT';
    for (const run of due) this.giveBack(run);
    this.runs.push({ region, open: places, dueAt });
    return 'DONE';
  }

  ticket(region: string, places: number, dueAt: number | null): string {
    if (this.isShort(region, 0, places)) return 'INSUFFICIENT';
    this.tickets.push({ region, open: places, posted: 0, dueAt });
    return 'DONE';
  }

  resolveTicket(kind: 'POST' | 'VOID' | 'EXPIRE', index: number, places: number): string {
    const ticket = this.tickets[index]!;
    if (places > ticket.open) return 'PENDING_CLOSED';
    if (kind === 'EXPIRE' && !isDue(ticket, this.now)) return 'PENDING_NOT_EXPIRED';
    if (kind !== 'EXPIRE' && isDue(ticket, this.now)) return 'PENDING_EXPIRED';
    ticket.open -= places;
    if (kind === 'POST') ticket.posted += places;
    else this.release(ticket.region, places);
    return 'DONE';
  }

  enrol(index: number, person: number): string {
    const run = this.runs[index]!;
    const isCounted = this.personsOf(run.region, ['ENROLLED', 'CERTIFIED']).has(person);
    const freed = isDue(run, this.now) ? run.open : Math.min(1, run.open);
    if (!isCounted && this.isShort(run.region, freed, 1)) return 'INSUFFICIENT';
    this.takeSeat(run);
    this.enrolments.push({ person, run: index, status: 'ENROLLED' });
    return 'DONE';
  }

  isOnRun(index: number, person: number): boolean {
    return this.enrolments.some((one) => one.run === index && one.person === person && one.status !== 'GONE');
  }

  regionOf(enrolment: number): string {
    return this.runs[this.enrolments[enrolment]!.run]!.region;
  }

  withdraw(index: number): string {
    const region = this.regionOf(index);
    const before = this.usage(region).named;
    this.enrolments[index]!.status = 'GONE';
    this.release(region, before - this.usage(region).named);
    return 'DONE';
  }

  certify(index: number): string {
    this.enrolments[index]!.status = 'CERTIFIED';
    return 'DONE';
  }

  move(index: number, to: number): string {
    const { person } = this.enrolments[index]!;
    const run = this.runs[to]!;
    if (run.region !== this.regionOf(index)) {
      const answer = this.enrol(to, person);
      if (answer === 'DONE') this.withdraw(index);
      return answer;
    }
    this.enrolments[index]!.status = 'GONE';
    this.takeSeat(run);
    this.enrolments.push({ person, run: to, status: 'ENROLLED' });
    return 'DONE';
  }

  releaseHold(index: number): string {
    this.giveBack(this.runs[index]!);
    return 'DONE';
  }

  resize(index: number, places: number): string {
    const run = this.runs[index]!;
    if (isDue(run, this.now)) {
      if (this.isShort(run.region, run.open, places)) return 'INSUFFICIENT';
      this.giveBack(run);
    } else if (places > run.open) {
      if (this.isShort(run.region, run.open, places)) return 'INSUFFICIENT';
    } else {
      this.release(run.region, run.open - places);
      run.open = places;
      return 'DONE';
    }
    if (places > 0) run.dueAt = null;
    run.open = places;
    return 'DONE';
  }

  sweep(): string {
    for (const run of this.runs) if (isDue(run, this.now)) this.giveBack(run);
    return 'DONE';
  }

  /** A limit binds who takes more than the same act gives back. */
  private isShort(region: string, givenBack: number, taken: number): boolean {
    return !this.targets.has(region) && taken > givenBack && this.usage(region).available + givenBack - taken < 0;
  }

  private takeSeat(run: ModelRun): void {
    if (isDue(run, this.now)) this.giveBack(run);
    else run.open = Math.max(0, run.open - 1);
  }

  private giveBack(run: ModelRun): void {
    this.release(run.region, run.open);
    run.open = 0;
  }

  private release(region: string, places: number): void {
    this.released.set(region, (this.released.get(region) ?? 0) + places);
  }

  private runsOf(region: string): readonly ModelRun[] {
    return this.runs.filter((run) => run.region === region);
  }

  private personsOf(region: string, statuses: readonly string[]): Set<number> {
    const counted = this.enrolments.filter(({ run, status }) => this.runs[run]!.region === region && statuses.includes(status));
    return new Set(counted.map(({ person }) => person));
  }
}
