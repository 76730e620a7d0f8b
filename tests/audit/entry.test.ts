import fc from 'fast-check';
import { type Entry, entryBytes, parseEntry } from '../../src/audit/entry.js';

const ENTRY: Entry = {
  id: '2026000000042',
  at: '2026-03-02T04:00:00.000Z',
  kind: 'approveCourseRun',
  tenant: 'LN-210200',
  region: 'LN-210200',
  actor: 'li',
  approved: 'chen',
  rules: { engine: '1', book: 'a'.repeat(64), on: '2026-03-02' },
  clauses: ['LN2023-36/4.1.8'],
  inputDigest: 'b'.repeat(64),
  idempotencyHash: 'c'.repeat(64),
  subjects: [{ type: 'CourseRun', id: '2026000000007' }],
  amounts: { places: '60' },
  reversalOf: null,
  details: { reason: '按计划', list: [1, 'two', null] },
};

describe('the bytes of an audit entry (RFC 8785)', () => {
  it('are canonical JSON with the number of the form, names in order and no blanks', () => {
    expect(entryBytes(ENTRY).toString('utf8')).toBe(
      `{"actor":"li","amounts":{"places":"60"},"approved":"chen","at":"2026-03-02T04:00:00.000Z","clauses":["LN2023-36/4.1.8"],"details":{"list":[1,"two",null],"reason":"按计划"},"form":1,"id":"2026000000042","idempotencyHash":"${'c'.repeat(64)}","inputDigest":"${'b'.repeat(64)}","kind":"approveCourseRun","region":"LN-210200","reversalOf":null,"rules":{"book":"${'a'.repeat(64)}","engine":"1","on":"2026-03-02"},"subjects":[{"id":"2026000000007","type":"CourseRun"}],"tenant":"LN-210200"}`,
    );
  });

  it('read back give the entry', () => expect(parseEntry(entryBytes(ENTRY))).toEqual(ENTRY));

  it('of the same content in another writing are refused: blanks, another order, another form', () => {
    const text = entryBytes(ENTRY).toString('utf8');
    for (const other of [
      `${text} `,
      text.replace('{"actor":"li",', '{').replace(/\}$/u, ',"actor":"li"}'),
      text.replace('"form":1', '"form":2'),
    ]) {
      expect(() => parseEntry(Buffer.from(other))).toThrow();
    }
  });

  it('with any one byte changed are refused or say something else', () => {
    const bytes = entryBytes(ENTRY);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ change, at);
        let read: Entry | null = null;
        try {
          read = parseEntry(changed);
        } catch {
          // Refused, as most are.
        }
        expect(read).not.toEqual(ENTRY);
      }),
      { numRuns: 500 },
    );
  });
});
