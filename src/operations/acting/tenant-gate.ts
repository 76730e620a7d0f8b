import { busy } from './transaction.js';

/** Acts of one tenant that may hold a connection at once: fewer than there are, so that those who wait for one hung act leave the others theirs. */
const ACTS_AT_ONCE = 4;

/**
 * Lets so many acts of a tenant in at once; the others wait in the order they came. Others' acts do not wait for them.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export class TenantGate {
  private readonly inside = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  /** Does the work when there is room for it, and gives what it gave. Throws BUSY when there is none in time. */
  async pass<Result>(tenant: string, waitMsMax: number, work: () => Promise<Result>): Promise<Result> {
    await this.enter(tenant, waitMsMax);
    try {
      return await work();
    } finally {
      this.leave(tenant);
    }
  }

  private enter(tenant: string, waitMsMax: number): Promise<void> {
    const count = this.inside.get(tenant) ?? 0;
    if (count < ACTS_AT_ONCE) {
      this.inside.set(tenant, count + 1);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const admitted = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.set(
          tenant,
          (this.waiting.get(tenant) ?? []).filter((one) => one !== admitted),
        );
        reject(busy());
      }, waitMsMax);
      this.waiting.set(tenant, [...(this.waiting.get(tenant) ?? []), admitted]);
    });
  }

  /** The place goes to the one that has waited longest, or is given up. */
  private leave(tenant: string): void {
    const [next, ...rest] = this.waiting.get(tenant) ?? [];
    if (rest.length > 0) this.waiting.set(tenant, rest);
    else this.waiting.delete(tenant);
    if (next !== undefined) return next();
    const count = (this.inside.get(tenant) ?? 1) - 1;
    if (count > 0) this.inside.set(tenant, count);
    else this.inside.delete(tenant);
  }
}
