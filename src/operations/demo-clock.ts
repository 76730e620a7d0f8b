import { bilingual } from '../policy/bilingual.js';
import { Failure } from '../policy/failure.js';
import { type Clock, monotone } from './clock.js';

/** A clock that can be set forward, for demonstrations: only for a data folder stamped as one. */
export interface DemoClock {
  readonly now: Clock;
  /** Goes on from a later instant, and gives it. Throws CLOCK_NOT_MONOTONE for one that has passed. */
  setTo(instant: Date): Date;
}

/** Where a demo clock remembers, over restarts, how far it has come. */
export interface ClockMemory {
  /** the latest instant that was ever recorded, or null */
  readonly latest: Date | null;
  record(instant: Date): void;
}

/** How far ahead an instant is recorded, so that a clock that is read a thousand times a second writes once in ten. */
const RECORDED_AHEAD_MS = 10_000;

/**
 * A demo clock that starts at an instant, but not before the latest one in its memory, and runs on from there as fast as the real one. Every instant it gives is
 * covered by its memory before it gives it, so that a service killed at any moment goes on later, never earlier.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export function startDemoClock(startAt: Date, real: Clock, memory: ClockMemory): DemoClock {
  const steady = monotone(real);
  let base = Math.max(startAt.getTime(), memory.latest?.getTime() ?? Number.NEGATIVE_INFINITY);
  let baseReal = steady().getTime();
  let recordedUntil = Number.NEGATIVE_INFINITY;
  const now = (): Date => {
    const instant = base + steady().getTime() - baseReal;
    if (instant > recordedUntil) {
      memory.record(new Date(instant + RECORDED_AHEAD_MS));
      recordedUntil = instant + RECORDED_AHEAD_MS;
    }
    return new Date(instant);
  };
  const setTo = (instant: Date): Date => {
    const present = now();
    if (instant < present) throw backwards(instant, present);
    base = instant.getTime();
    baseReal = steady().getTime();
    return now();
  };
  now();
  return { now, setTo };
}

const backwards = (asked: Date, present: Date): Failure =>
  new Failure(
    'CLOCK_NOT_MONOTONE',
    bilingual(
      `要求把演示时钟设为 ${asked.toISOString()}；现在已是 ${present.toISOString()}，时钟只能向前。请给出更晚的时刻。`,
      `Asked to set the demo clock to ${asked.toISOString()}; it is already ${present.toISOString()} and only moves forward. Give a later instant.`,
    ),
    'instant',
    { asked: asked.toISOString(), present: present.toISOString() },
  );
