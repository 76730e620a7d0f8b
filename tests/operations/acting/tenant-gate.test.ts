import { TenantGate } from '../../../src/operations/acting/tenant-gate.js';

/** Work that ends when it is told to. */
function held(): { readonly work: () => Promise<string>; end(): void; readonly hasBegun: () => boolean } {
  let end: () => void = () => undefined;
  let hasBegun = false;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return {
    work: () => {
      hasBegun = true;
      return ended;
    },
    end: () => end(),
    hasBegun: () => hasBegun,
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate of a tenant (docs/decisions/0011-places-ledger.md)', () => {
  it('lets four acts of one tenant in, the fifth when one has left, and nobody else waits for them', async () => {
    const gate = new TenantGate();
    const acts = Array.from({ length: 6 }, held);
    const passing = acts.map(({ work }) => gate.pass('LN-210200', 5_000, work));
    const other = gate.pass('LN-210100', 5_000, async () => 'other');
    await turn();
    expect(acts.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true, true, false, false]);
    expect(await other).toBe('other');
    acts[1]?.end();
    await turn();
    expect(acts.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true, true, true, false]);
    for (const act of acts) act.end();
    expect(await Promise.all(passing)).toEqual(Array.from({ length: 6 }, () => 'done'));
  });

  it('work that fails gives its place back', async () => {
    const gate = new TenantGate();
    for (let n = 0; n < 10; n += 1) await expect(gate.pass('A', 5_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.pass('A', 5_000, async () => 'in')).toBe('in');
  });

  it('who waits too long is told BUSY, and does not come in later', async () => {
    const gate = new TenantGate();
    const acts = Array.from({ length: 5 }, held);
    const passing = acts.map(({ work }, n) => gate.pass('A', n === 4 ? 20 : 5_000, work));
    await expect(passing[4]).rejects.toMatchObject({ code: 'BUSY' });
    for (const act of acts.slice(0, 4)) act.end();
    await Promise.all(passing.slice(0, 4));
    expect(acts[4]?.hasBegun()).toBe(false);
    expect(await gate.pass('A', 5_000, async () => 'in')).toBe('in');
  });
});
