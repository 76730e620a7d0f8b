import { decideRepeat } from '../../src/ledger/idempotency.js';

describe('a request under a key of the client (our design, docs/decisions/0011)', () => {
  it.each([
    ['the first', null, { kind: 'FIRST' }],
    ['the same again gets the stored reply', { requestHash: 'a', reply: 'done' }, { kind: 'REPLAY', reply: 'done' }],
    ['another one under a used key', { requestHash: 'b', reply: 'done' }, { kind: 'CONFLICT' }],
    ['the same while it is in work', { requestHash: 'a', reply: null }, { kind: 'IN_PROGRESS' }],
    ['another one while the first is in work', { requestHash: 'b', reply: null }, { kind: 'CONFLICT' }],
  ])('%s', (_what, stored, decision) => expect(decideRepeat(stored, 'a')).toEqual(decision));
});
