import { startTimer } from '../../src/cli/start-timer.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a timer of the service', () => {
  it('does one thing at a time, goes on after a failure, and waits for what is under way when it stops', async () => {
    const problems: string[] = [];
    let begun = 0;
    let ended = 0;
    const work = async () => {
      begun += 1;
      await wait(30);
      ended += 1;
      if (ended === 1) throw new Error('first');
    };
    const timer = startTimer(5, work, (problem) => problems.push((problem as Error).message));
    await wait(150);
    expect(begun - ended).toBeLessThanOrEqual(1);
    await timer.stop();
    expect(ended).toBe(begun);
    expect(begun).toBeGreaterThan(1);
    expect(problems).toEqual(['first']);
    await wait(20);
    expect(begun).toBe(ended);
  });
});
