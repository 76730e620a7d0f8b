/** The one clock: `main` makes it, tests set it. Gives the instant that it is now. */
export type Clock = () => Date;

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export const dayInShanghai = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/**
 * A clock that never gives an earlier instant than before, nor than `since`: while the one behind it is set back, it stands still. What is recorded must not end before it
 * began, whatever was recorded before a restart.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export function monotone(clock: Clock, since: Date | null = null): Clock {
  let latest = since?.getTime() ?? Number.NEGATIVE_INFINITY;
  return () => {
    latest = Math.max(latest, clock().getTime());
    return new Date(latest);
  };
}
