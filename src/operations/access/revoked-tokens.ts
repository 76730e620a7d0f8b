import type { DataSource } from 'typeorm';
import { revokedTokenIds } from '../../store/revoked-tokens.js';
import type { Clock } from '../clock.js';

/** Twice the longest life of a token: one that was revoked with too early an expiry is still remembered until its real one. */
const REMEMBERED_MS = 2 * 24 * 60 * 60 * 1000;
const POLL_MS = 2_000;

/**
 * Which tokens are revoked, in memory. It is read anew at once when this process revokes one, and every two seconds for what another process revokes. When
 * the database does not answer, what is known stays known.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export class RevokedTokens {
  #ids: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  /** Reads run one after the other, so that an older one cannot overwrite a newer one. */
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    /** the time of day, by which tokens expire */
    private readonly clock: Clock,
  ) {}

  has(tokenId: string): boolean {
    return this.#ids.has(tokenId);
  }

  /** Reads the table. Rejects when the database does not answer. */
  refresh(): Promise<void> {
    const read = async (): Promise<void> => {
      this.#ids = await revokedTokenIds(this.dataSource, new Date(this.clock().getTime() - REMEMBERED_MS));
    };
    const reading = this.#reading.then(read, read);
    this.#reading = reading;
    return reading;
  }

  /** Begins to read the table every two seconds; `report` hears of a read that failed. */
  watch(report: (problem: unknown) => void, pollMs: number = POLL_MS): void {
    this.#timer ??= setInterval(() => {
      this.refresh().catch(report);
    }, pollMs).unref();
  }

  /** Ends the watch, after a read that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#reading.catch(() => undefined); // reported by the watch already
  }
}
