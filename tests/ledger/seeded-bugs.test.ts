import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { COMPILED, loadLedger } from './harness.js';
import { placesLife } from './places-life.js';

const RUNS = 500;
const SEED = 20_240_301;

/** A bug: its name, the compiled file, the text there, and what stands there instead. */
type SeededBug = readonly [name: string, file: string, text: string, bug: string];

const OPEN = 'if (amount > open)';
const BUGS: readonly SeededBug[] = [
  ['cap ignores pending', 'apply-transfers', 'const left = available(after);', 'const left = available({ ...after, debitsPending: 0n });'],
  ['off by one', 'apply-transfers', 'left >= 0n', 'left >= -1n'],
  ['expiry after post', 'apply-transfers', OPEN, `if (amount > open && kind !== 'EXPIRE')`],
  ['hold leak on withdraw', 'places', 'isLast ? [voidOf(named', 'isLast && named === null ? [voidOf(named'],
  ['double post', 'apply-transfers', OPEN, `if (amount > open && kind !== 'POST')`],
  ['void of posted', 'apply-transfers', OPEN, `if (amount > open && kind !== 'VOID')`],
  ['idempotency without input hash', 'idempotency', 'stored.requestHash !== requestHash', 'false'],
  ['idempotency forgets', 'idempotency', `{ kind: 'REPLAY', reply: stored.reply }`, `{ kind: 'FIRST' }`],
  ['post after expiry', 'apply-transfers', `if (kind !== 'EXPIRE' && expiresAt`, `if (kind === 'VOID' && expiresAt`],
  ['expiry an instant late', 'transfer', 'pending.expiresAt <= at', 'pending.expiresAt < at'],
  ['expiry before its time', 'apply-transfers', `if (kind === 'EXPIRE' && !isExpired(pending, at))`, 'if (false)'],
  ['refused batch leaves traces', 'apply-transfers', 'pendings: new Map(book.pendings)', 'pendings: book.pendings'],
  [
    'adjustment below what is reserved in a target region',
    'apply-transfers',
    `debit === code && (kind === 'DIRECT' || kind === 'REVERSAL'`,
    `debit === code && (kind === 'VOID'`,
  ],
  ['passed target blocks what takes nothing', 'apply-transfers', ' || left >= available(accountOf(book, code))', ''],
  ['naming leaves the hold', 'places', 'voidOf(hold, 1n, cause, subject)', ''],
  ['counted twice', 'places', 'if (isCounted)', 'if (false)'],
  ['move between regions keeps the old place', 'places', '...withdrawPlace(from), ', ''],
  ['move within a region names anew', 'places', 'isCounted: true', 'isCounted: false'],
  ['second certificate uses again', 'counted-persons', 'isFirst: !before.isUsed', 'isFirst: true'],
  ['withdrawal of one of two gives the place back', 'counted-persons', 'isLast: false', 'isLast: true'],
];

describe('the model-based test of places', () => {
  it.each(BUGS)('catches: %s', async (_name, file, text, bug) => {
    const folder = mkdtempSync(join(tmpdir(), 'subsidy-bug-'));
    try {
      for (const layer of ['money', 'ledger']) cpSync(join(COMPILED, layer), join(folder, layer), { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const path = join(folder, 'ledger', `${file}.js`);
      const parts = readFileSync(path, 'utf8').split(text);
      expect(`${file}.js holds the text ${parts.length - 1} times`).toBe(`${file}.js holds the text 1 times`);
      writeFileSync(path, parts.join(bug));
      const { errorInstance } = fc.check(placesLife(await loadLedger(folder)), { numRuns: RUNS, seed: SEED, endOnFailure: true });
      // Found because it differs from the model or breaks an invariant, not because the patched text no longer runs.
      expect(String(errorInstance)).toMatch(/the ledger says|invariant broken/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('finds nothing in a copy without a bug', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'subsidy-bug-'));
    for (const layer of ['money', 'ledger']) cpSync(join(COMPILED, layer), join(folder, layer), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const details = fc.check(placesLife(await loadLedger(folder)), { numRuns: RUNS / 5, seed: SEED });
    rmSync(folder, { recursive: true, force: true });
    expect(details.failed).toBe(false);
  });
});
