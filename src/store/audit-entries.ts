import type { EntityManager } from 'typeorm';
import { type Entry, parseEntry, type Subject } from '../audit/entry.js';
import { invariant } from '../money/invariant.js';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { auditEntryRow, type AuditEntryRow } from './rows/audit-entry-row.js';
import { allOf, type Condition, condition } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** An entry is its region's; one without a region is the province's. */
export const auditEntryWithin = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code' });

/** The entries about a subject. */
export const entriesAbout = ({ type, id }: Subject): Condition =>
  condition('row.id IN (SELECT entry_id FROM audit_subject WHERE subject_type = $1 AND subject_id = $2)', type, id);

/** The entries within reach that a filter lets through, page by page. */
export const readAuditEntries = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<AuditEntryRow>> => readPage(manager, auditEntryRow, allOf(auditEntryWithin(reach), ...filter), page);

/**
 * The entry that a row's bytes say. Throws where the bytes are not canonical, or a column does not repeat them: somebody wrote into the table past the service.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export function entryOf(row: AuditEntryRow): Entry {
  const entry = parseEntry(row.bytes);
  const columns = [row.id, row.at.toISOString(), row.kind, row.tenant, row.regionCode, row.actor, row.year];
  const said = [entry.id, entry.at, entry.kind, entry.tenant, entry.region, entry.actor, yearOf(entry.id)];
  invariant(
    columns.every((column, index) => column === said[index]),
    `the columns of audit entry ${row.id} repeat its bytes`,
  );
  return entry;
}
