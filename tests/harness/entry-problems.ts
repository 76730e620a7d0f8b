import type { EntityManager } from 'typeorm';
import { canonicalText } from '../../src/policy/canonical.js';
import { instantText } from '../../src/store/ledger/instant-text.js';

interface StoredEntry {
  readonly id: string;
  readonly year: number;
  readonly at: string;
  readonly kind: string;
  readonly tenant: string;
  readonly region: string | null;
  readonly actor: string;
  readonly bytes: Buffer;
  readonly subjects: readonly { readonly type: string; readonly id: string }[];
  readonly is_queued: boolean;
}

const ENTRIES = `SELECT entry.id, entry.year, ${instantText('entry.at')} AS at, entry.kind, entry.tenant, entry.region_code AS region, entry.actor, entry.bytes,
  COALESCE((SELECT jsonb_agg(jsonb_build_object('type', subject_type, 'id', subject_id) ORDER BY subject_type COLLATE "C", subject_id COLLATE "C")
    FROM audit_subject WHERE entry_id = entry.id), '[]') AS subjects,
  EXISTS (SELECT FROM seal_pending WHERE entry_id = entry.id) AS is_queued FROM audit_entry AS entry ORDER BY entry.id`;

/** Each operation of a tenant with the numbers of its keys and of its entries, where they differ; what the service does by itself has no key. */
const UNEQUAL = `SELECT tenant, kind, keys, entries FROM
    (SELECT tenant, operation AS kind, count(*)::int AS keys FROM idempotency GROUP BY tenant, operation) AS asked
  FULL JOIN (SELECT tenant, kind, count(*)::int AS entries FROM audit_entry
    WHERE actor <> 'SYSTEM' GROUP BY tenant, kind) AS done USING (tenant, kind)
  WHERE keys IS DISTINCT FROM entries`;

/**
 * What is wrong with the entries on a database, a sentence each: every entry has canonical bytes that say what its columns say, its subjects and its place in the
 * sealer's queue, and every key that was taken has a reply and one entry.
 */
export async function entryProblems(manager: EntityManager): Promise<readonly string[]> {
  const entries = await manager.query<StoredEntry[]>(ENTRIES);
  const unequal = await manager.query<object[]>(UNEQUAL);
  const unanswered = await manager.query<object[]>('SELECT tenant, operation, key FROM idempotency WHERE reply IS NULL');
  return [
    ...entries.flatMap(problemsOf),
    ...unequal.map((row) => `keys and entries differ in number: ${JSON.stringify(row)}`),
    ...unanswered.map((row) => `a key without a reply: ${JSON.stringify(row)}`),
  ];
}

function problemsOf({ bytes, subjects, is_queued, ...columns }: StoredEntry): string[] {
  const text = bytes.toString('utf8');
  const said = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const { id, at, kind, tenant, region, actor } = said;
  const told = canonicalText({ id, year: Number(String(id).slice(0, 4)), at, kind, tenant, region, actor });
  const problem = (isWrong: boolean, words: string): string[] => (isWrong ? [`entry ${columns.id} (${columns.kind}): ${words}`] : []);
  return [
    ...problem(canonicalText(said) !== text, 'its bytes are not canonical'),
    ...problem(told !== canonicalText(columns), `its columns say ${canonicalText(columns)}, its bytes ${told}`),
    ...problem(canonicalText(inOrder(said['subjects'])) !== canonicalText(subjects), 'its subjects differ'),
    ...problem(subjects.length === 0, 'it is about nothing'),
    ...problem(!is_queued, 'it has no place in the queue of the sealer'),
  ];
}

/** Subjects in the order in which the database gives them, each once. */
function inOrder(subjects: unknown): unknown {
  const named = new Map((subjects as StoredEntry['subjects']).map(({ type, id }) => [`${type}\0${id}`, { type, id }]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}
