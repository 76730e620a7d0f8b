import { readStartArguments } from '../../src/cli/start-arguments.js';
import { StartFailure } from '../../src/http/start-failure.js';

describe('the arguments of a start', () => {
  it.each([
    [[], null],
    [['--clock', '2025-03-01T09:00:00+08:00'], '2025-03-01T01:00:00.000Z'],
    [['--clock=2025-03-01T09:00Z'], '2025-03-01T09:00:00.000Z'],
    [['--clock', '2024-02-29T23:59:59.5-01:30'], '2024-03-01T01:29:59.500Z'],
  ])('%j', (words, clockAt) => {
    expect(readStartArguments(words).clockAt?.toISOString() ?? null).toBe(clockAt);
  });

  it('--demo asks for a demo, with or without a clock', () => {
    expect(readStartArguments([])).toEqual({ isDemo: false, clockAt: null });
    expect(readStartArguments(['--demo'])).toEqual({ isDemo: true, clockAt: null });
    expect(readStartArguments(['--demo', '--clock', '2025-03-01T09:00Z'])).toMatchObject({ isDemo: true });
  });

  it.each([
    [['--clock', '2025-03-01T09:00:00'], '2025-03-01T09:00:00'],
    [['--clock', '2025-03-01'], '2025-03-01'],
    [['--clock', '2025-02-29T09:00:00Z'], '2025-02-29'],
    [['--clock', '2025-03-01T24:00:00Z'], 'T24'],
    [['--clock', 'tomorrow'], 'tomorrow'],
    [['--clock', ''], '--clock'],
    [['--clock'], '--clock'],
    [['--port', '80'], '--port 80'],
    [['demo'], 'demo'],
  ])('%j are refused with what was found and what is allowed', (words, found) => {
    const failure = failureOf(words);
    for (const text of [failure.text.zh, failure.text.en]) {
      expect(text).toContain(found);
      expect(text).toContain('2025-03-01T09:00:00+08:00');
    }
  });
});

function failureOf(words: readonly string[]): StartFailure {
  try {
    readStartArguments(words);
  } catch (error) {
    if (error instanceof StartFailure) return error;
    throw error;
  }
  throw new Error('a StartFailure was expected');
}
