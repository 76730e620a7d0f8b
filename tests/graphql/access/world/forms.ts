import type { StoredRow } from './insert-variants.js';

type Rows = ReadonlyMap<string, readonly StoredRow[]>;
type Form = (canary: string, rows: Rows) => unknown;

const camelCase = (name: string): string => name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
const asProperties = (row: StoredRow = {}): StoredRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value]));

/** Columns that are read in a form of their own, which the database does not know; every other JSON column holds an object with a canary in it. */
const FORMS: Readonly<Record<string, Form>> = {
  'course_run_version.details': (canary, rows) => ({ ...asProperties(rows.get('course_run')?.[0]), venue: canary }),
  'claim_line.reasons': () => ['NOTHING_DUE'],
  'claim_step.lines': () => [],
  'claim_line.paid_from': () => [{ fund: 'SPECIAL_ACCOUNT', year: 2026, amount: '1.00' }],
  'recovery_line.paid_from': () => [{ fund: 'SPECIAL_ACCOUNT', year: 2026, amount: '1.00' }],
  'repayment.refunds': () => [{ fund: 'SPECIAL_ACCOUNT', year: 2026, amount: '1.00' }],
  'proposal.kind': () => 'CATEGORY_LIST',
  'proposal.payload': (canary) => ({
    kind: 'CATEGORY_LIST',
    validFrom: '2026-03-02',
    categories: [{ code: canary, nameZh: canary, nameEn: canary }],
  }),
  'quota_change.places_after': () => 2, // one place before and one more
  'counted_key.counted': (_canary, rows) => `person/${String(rows.get('person')?.[0]?.['id'])}`,
  'appropriation.transfer_id': () => '1',
  'payee_account.number_tail': () => '1234',
  'quote.statement': (canary) => ({
    form: 1,
    number: canary,
    region: null,
    institution: null,
    issuedAt: '2026-03-02T03:00:00.000Z',
    issuedOn: '2026-03-02',
    expiresOn: '2026-04-01',
    amount: '0.00',
    amountIfCleared: '0.00',
    lines: [],
    rulesOn: '2026-03-02',
    ruleVersion: canary,
    ruleBookHash: canary,
    receiptHash: canary,
    notices: [],
    question: null,
    note: canary,
  }),
  'inspection.points': (canary) => [{ point: 'PROCESS', result: 'PASS', note: canary }],
};

/** The value of a column that has a form of its own, or is JSON, JSON as text; null for every other one. */
export function formOf(place: string, type: string, canary: string, rows: Rows): unknown {
  const formed = FORMS[place]?.(canary, rows);
  if (type === 'jsonb') return JSON.stringify(formed ?? { note: canary });
  return formed ?? null;
}
