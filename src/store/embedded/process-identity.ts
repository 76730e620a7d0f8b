import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough to tell a process from another one that was given the same number later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the kernel's ticks since boot; null where there is no /proc. */
  readonly startedTicks: string | null;
  readonly bootId: string | null;
  /** Containers number their processes separately: equal numbers in two of them are two processes. */
  readonly pidNamespace: string | null;
  readonly host: string;
}

export type Liveness = 'LIVE' | 'DEAD' | 'UNKNOWN';

/**
 * Who this process is.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  startedTicks: procStat(process.pid)?.startedTicks ?? null,
  bootId: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
  host: hostname(),
});

/**
 * Whether that process still runs; UNKNOWN when it cannot be asked from here (another machine or container, or a
 * system that does not tell when a process started).
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const livenessOf = (holder: ProcessIdentity): Liveness => {
  const self = thisProcess();
  const isReachable = holder.host === self.host && holder.bootId === self.bootId && holder.pidNamespace === self.pidNamespace;
  if (!isReachable) return 'UNKNOWN';
  if (!isSignalable(holder.pid)) return 'DEAD';
  const stat = procStat(holder.pid);
  if (stat === null || holder.startedTicks === null) return 'UNKNOWN';
  return stat.hasEnded || stat.startedTicks !== holder.startedTicks ? 'DEAD' : 'LIVE';
};

const isSignalable = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process is there and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Fields of /proc/<pid>/stat after the command, which may itself hold spaces and brackets. */
const procStat = (pid: number): { readonly hasEnded: boolean; readonly startedTicks: string } | null =>
  orNull(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const state = fields[0] ?? '';
    // A killed process that nobody has collected yet (state Z) answers signals but holds nothing.
    return { hasEnded: state === 'Z' || state === 'X', startedTicks: fields[19] ?? '' };
  });

const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    // Not Linux, or the process is gone: the caller treats both as "not told".
    return null;
  }
};
