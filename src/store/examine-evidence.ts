import type { EntityManager } from 'typeorm';

/** What is wrong, in words, and where. */
export interface EvidenceFault {
  readonly about: string;
  readonly zh: string;
  readonly en: string;
}

/** Each finds the ids of rows that must not be; at most so many are named. */
const NAMED_MAX = 20;
const CHECKS: readonly (readonly [about: string, sql: string, zh: string, en: string])[] = [
  [
    'audit_entry',
    `SELECT entry.id FROM audit_entry AS entry WHERE NOT EXISTS (SELECT FROM audit_subject WHERE audit_subject.entry_id = entry.id)`,
    '没有写明办理对象的审计记录',
    'entries that are about nothing',
  ],
  [
    'seal_pending',
    `SELECT entry_id AS id FROM seal_pending AS queued WHERE NOT EXISTS (SELECT FROM audit_entry WHERE audit_entry.id = queued.entry_id)`,
    '排队待封存却不存在的审计记录',
    'entries that are queued for sealing but do not exist',
  ],
  [
    'audit_entry bytes',
    `SELECT entry.id FROM audit_entry AS entry, LATERAL (SELECT convert_from(entry.bytes, 'UTF8')::jsonb AS said) AS decoded
     WHERE (said->>'id')::bigint <> entry.id OR said->>'kind' <> entry.kind OR said->>'tenant' <> entry.tenant OR said->>'actor' <> entry.actor
       OR said->>'region' IS DISTINCT FROM entry.region_code OR (said->>'at')::timestamptz <> entry.at`,
    '各列与其字节不一致的审计记录',
    'entries whose columns differ from their bytes',
  ],
  [
    'transfer',
    `SELECT transfer.id FROM transfer WHERE NOT EXISTS (SELECT FROM audit_entry WHERE audit_entry.id = transfer.entry_id)`,
    '没有审计记录的名额或资金转移',
    'transfers without an entry',
  ],
];

/**
 * Finds evidence that does not fit together, each kind of fault with the first ids.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function examineEvidence(manager: EntityManager): Promise<readonly EvidenceFault[]> {
  const faults: EvidenceFault[] = [];
  for (const [about, sql, zh, en] of CHECKS) {
    const rows = await manager.query<{ readonly id: string }[]>(`${sql} ORDER BY 1 LIMIT ${NAMED_MAX}`);
    const ids = rows.map(({ id }) => id).join(', ');
    if (rows.length > 0) faults.push({ about, zh: `${zh}：${ids}`, en: `${en}: ${ids}` });
  }
  return faults;
}
