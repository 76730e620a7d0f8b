/** Something done again and again until it is stopped. */
export interface Timer {
  /** Begins nothing any more, and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does work every so many milliseconds, one at a time: while it is under way its turn is passed over. What it throws is reported and changes nothing. A timer
 * alone does not keep the process alive.
 * Source: our design, docs/ARCHITECTURE.md
 */
export function startTimer(everyMs: number, work: () => Promise<unknown>, report: (problem: unknown) => void): Timer {
  let underWay: Promise<void> | null = null;
  const turn = async (): Promise<void> => {
    try {
      await work();
    } catch (problem) {
      report(problem);
    }
  };
  const interval = setInterval(() => {
    underWay ??= turn().finally(() => {
      underWay = null;
    });
  }, everyMs);
  interval.unref();
  return {
    stop: async () => {
      clearInterval(interval);
      await underWay;
    },
  };
}
