import { goalProgress } from '../../src/policy/goal-progress.js';
import { ask } from './harness.js';

describe('progress to the goal (二)', () => {
  it.each([
    [{ done: [3000, 2900], yearsLeft: 5 }, [20_000, 5900, '29.50', 14_100, 2820]],
    [{ done: [3000], yearsLeft: 6 }, [20_000, 3000, '15.00', 17_000, 2834]],
    [{ done: [20_000], yearsLeft: 1 }, [20_000, 20_000, '100.00', 0, 0]],
    [{ done: [25_000], yearsLeft: 1 }, [20_000, 25_000, '125.00', 0, 0]],
    [{ done: [1], target: 3, yearsLeft: 1 }, [3, 1, '33.33', 2, 2]],
  ])('%j', (question, answer) => {
    const { target, done, donePercent, remaining, perYear } = ask(goalProgress, question);
    expect([target, done, donePercent, remaining, perYear]).toEqual(answer);
  });
});
