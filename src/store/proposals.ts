import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { proposalRow, type ProposalRow } from './rows/proposal-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A proposal is its region's; one without a region is the province's. */
const within = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code' });

/** The driver gives instants as dates; a row is plain JSON, because it is kept as a reply. */
const plain = (row: ProposalRow): ProposalRow => ({
  ...row,
  proposedAt: new Date(row.proposedAt).toISOString(),
  decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt).toISOString(),
});

/** A proposal within reach, locked until the transaction ends; null where there is none. */
export async function lockProposal(manager: EntityManager, reach: Reach, id: string): Promise<ProposalRow | null> {
  const [row] = await selectRows(manager, proposalRow, allOf(factOf(id), within(reach)), 'FOR UPDATE');
  return row === undefined ? null : plain(row);
}

export const insertProposal = (manager: EntityManager, row: ProposalRow): Promise<void> => insertRows(manager, proposalRow, [row]);

export const updateProposal = (manager: EntityManager, id: string, changes: Partial<ProposalRow>): Promise<void> =>
  updateFact(manager, proposalRow, id, changes);

/** The proposals within reach that a filter lets through, page by page. */
export async function readProposals(
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<ProposalRow>> {
  const found = await readPage(manager, proposalRow, allOf(within(reach), ...filter), page);
  return { ...found, rows: found.rows.map(plain) };
}

/** Proposals within reach by their ids. */
export async function proposalsOf(manager: EntityManager, reach: Reach, ids: readonly string[]): Promise<ProposalRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(manager, proposalRow, allOf(condition('row.id = ANY($1::bigint[])', ids), within(reach)));
  return rows.map(plain);
}
