import fc from 'fast-check';
import { monotone } from '../../src/operations/clock.js';
import { type ClockMemory, startDemoClock } from '../../src/operations/demo-clock.js';
import { failureOf, runs } from '../policy/harness.js';

const at = (text: string): Date => new Date(text);

/** A clock that gives these instants one after the other, and then the last one. */
const clockOf = (...instants: readonly string[]) => {
  const left = [...instants];
  return () => at((left.length > 1 ? left.shift() : left[0]) ?? '');
};

/** A memory that keeps what was recorded. */
const memoryOf = (latest: string | null) => {
  const recorded: string[] = [];
  const memory: ClockMemory = { latest: latest === null ? null : at(latest), record: (instant) => recorded.push(instant.toISOString()) };
  return { memory, recorded };
};

describe('a monotone clock', () => {
  it('stands still while the system clock is set back, and goes on with it', () => {
    const clock = monotone(clockOf('2026-01-01T10:00:00Z', '2026-01-01T09:00:00Z', '2026-01-01T09:59:59.999Z', '2026-01-01T10:00:00.001Z'));
    expect([clock(), clock(), clock(), clock()].map((instant) => instant.toISOString())).toEqual([
      '2026-01-01T10:00:00.000Z',
      '2026-01-01T10:00:00.000Z',
      '2026-01-01T10:00:00.000Z',
      '2026-01-01T10:00:00.001Z',
    ]);
  });

  it('goes on from the last recorded instant after a restart', () => {
    const clock = monotone(clockOf('2026-01-01T09:00:00Z', '2026-01-01T10:00:01Z'), at('2026-01-01T10:00:00Z'));
    expect([clock(), clock()].map((instant) => instant.toISOString())).toEqual(['2026-01-01T10:00:00.000Z', '2026-01-01T10:00:01.000Z']);
  });

  it('never gives an earlier instant than before, and never one that the system clock did not give', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (instants) => {
        const given = instants.map((instant) => new Date(instant).toISOString());
        const clock = monotone(clockOf(...given));
        const seen = instants.map(() => clock().getTime());
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        expect(seen.every((instant) => instants.includes(instant))).toBe(true);
      }),
      runs(200, 10_000),
    );
  });
});

describe('a demo clock', () => {
  it('starts where it is told and runs on as fast as the real one', () => {
    let real = at('2026-11-22T04:00:00Z');
    const { now } = startDemoClock(at('2025-03-01T01:00:00Z'), () => real, memoryOf(null).memory);
    expect(now()).toEqual(at('2025-03-01T01:00:00Z'));
    real = at('2026-11-22T05:30:00Z');
    expect(now()).toEqual(at('2025-03-01T02:30:00Z'));
    real = at('2026-11-22T05:00:00Z');
    expect(now()).toEqual(at('2025-03-01T02:30:00Z'));
  });

  it.each([
    ['2025-03-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'],
    ['2025-09-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z', '2025-09-01T00:00:00.000Z'],
    ['2025-09-01T00:00:00.000Z', null, '2025-09-01T00:00:00.000Z'],
  ])('asked for %s after %s it starts at %s', (asked, latest, expected) => {
    const { now } = startDemoClock(at(asked), clockOf('2026-11-22T04:00:00Z'), memoryOf(latest).memory);
    expect(now()).toEqual(at(expected));
  });

  it('is set forward, and refuses to be set back', () => {
    let real = at('2026-11-22T04:00:00Z');
    const demo = startDemoClock(at('2025-03-01T01:00:00Z'), () => real, memoryOf(null).memory);
    expect(demo.setTo(at('2025-03-10T00:00:00Z'))).toEqual(at('2025-03-10T00:00:00Z'));
    real = at('2026-11-22T04:00:01Z');
    expect(demo.now()).toEqual(at('2025-03-10T00:00:01Z'));
    const failure = failureOf(() => demo.setTo(at('2025-03-10T00:00:00.999Z')));
    expect([failure.code, failure.field]).toEqual(['CLOCK_NOT_MONOTONE', 'instant']);
    expect(failure.text.zh).toContain('2025-03-10T00:00:01.000Z');
    expect(demo.now()).toEqual(at('2025-03-10T00:00:01Z'));
    expect(demo.setTo(at('2025-03-10T00:00:01Z'))).toEqual(at('2025-03-10T00:00:01Z'));
  });

  it('records before it tells: no instant that it gave lies after the latest recorded, and it records once in ten seconds', () => {
    let real = at('2026-11-22T04:00:00Z').getTime();
    const { memory, recorded } = memoryOf(null);
    const demo = startDemoClock(at('2025-03-01T01:00:00Z'), () => new Date(real), memory);
    for (let second = 0; second < 60; second += 1) {
      real += 1_000;
      expect(demo.now().toISOString() <= (recorded.at(-1) ?? '')).toBe(true);
    }
    expect(recorded).toHaveLength(6);
    demo.setTo(at('2025-04-01T00:00:00Z'));
    expect(recorded.at(-1)).toBe('2025-04-01T00:00:10.000Z');
  });

  it('over settings, steps back of the system clock and restarts it only moves forward', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('real' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
      fc.record({ kind: fc.constant('set' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
      fc.record({ kind: fc.constant('restart' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let real = 1_000_000_000;
        let latest: Date | null = null;
        const start = (instant: number) =>
          startDemoClock(new Date(instant), () => new Date(real), {
            latest,
            record: (recorded) => {
              latest = recorded;
            },
          });
        let demo = start(500_000_000);
        let before = demo.now().getTime();
        for (const { kind, by } of steps) {
          if (kind === 'real') real += by;
          if (kind === 'restart') demo = start(before + by);
          if (kind === 'set' && by >= 0) demo.setTo(new Date(demo.now().getTime() + by));
          if (kind === 'set' && by < 0) failureOf(() => demo.setTo(new Date(before + by)));
          const present = demo.now().getTime();
          expect(present).toBeGreaterThanOrEqual(before);
          before = present;
        }
      }),
      runs(200, 10_000),
    );
  });
});
