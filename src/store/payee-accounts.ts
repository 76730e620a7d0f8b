import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { encrypt, payeeContext } from './keys/identity-cipher.js';
import type { KeyRing } from './keys/key-ring.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { payeeAccountRow, type PayeeAccountRow } from './rows/payee-account-row.js';
import { allOf, type Condition, condition, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** An institution sees its own accounts; whoever reaches a region sees those of all institutions, for several regions pay the same one. */
export const payeeAccountWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'cardinality($1::text[]) > 0', institution: 'row.institution_code' });

/** The number of a new account as the store keeps it. */
export interface AccountNumber {
  readonly number: string;
  readonly hash: string;
}

/** Stores a proposed account, its number encrypted for its id. Gives false, and writes nothing, where the institution has another proposal open. */
export async function insertPayeeAccount(
  manager: EntityManager,
  keys: KeyRing,
  row: PayeeAccountRow,
  { number, hash }: AccountNumber,
): Promise<boolean> {
  const written = await manager.query<unknown[]>(
    `INSERT INTO payee_account (id, year, institution_code, holder, bank_name, bank_code, number_cipher, number_hash, number_tail, key_version, document_number,
       status, proposed_by, proposed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (institution_code) WHERE status = 'PROPOSED' DO NOTHING RETURNING id`,
    [
      row.id,
      row.year,
      row.institutionCode,
      row.holder,
      row.bankName,
      row.bankCode,
      encrypt(keys, number, payeeContext(row.id)),
      hash,
      row.numberTail,
      keys.newestVersion,
      row.documentNumber,
      row.status,
      row.proposedBy,
      row.proposedOn,
    ],
  );
  return written.length > 0;
}

/** An account within reach, locked until the transaction ends together with every other one of the same number; null where there is none. */
export async function lockPayeeAccount(manager: EntityManager, reach: Reach, id: string): Promise<PayeeAccountRow | null> {
  const sameNumber = condition('row.number_hash = (SELECT number_hash FROM payee_account WHERE id = $1)', id);
  const rows = await selectRows(manager, payeeAccountRow, allOf(sameNumber, payeeAccountWithin(reach)), 'ORDER BY row.id FOR UPDATE');
  return rows.find((row) => row.id === id) ?? null;
}

/** Whether a number is that of another institution's approved account. */
export async function isTakenByOther(manager: EntityManager, hash: string, institutionCode: string): Promise<boolean> {
  const taken = condition(`row.number_hash = $1 AND row.status = 'APPROVED' AND row.institution_code <> $2`, hash, institutionCode);
  return (await selectRows(manager, payeeAccountRow, taken)).length > 0;
}

/** Whether the number of an account is that of another institution's approved account. */
export async function isNumberTaken(manager: EntityManager, { id, institutionCode }: PayeeAccountRow): Promise<boolean> {
  const [row] = await manager.query<{ readonly hash: string }[]>('SELECT number_hash AS hash FROM payee_account WHERE id = $1', [id]);
  return row !== undefined && isTakenByOther(manager, row.hash, institutionCode);
}

export const updatePayeeAccount = (manager: EntityManager, id: string, changes: Partial<PayeeAccountRow>): Promise<void> =>
  updateFact(manager, payeeAccountRow, id, changes);

const approvedOf = (institutionCode: string): Condition =>
  condition(`row.institution_code = $1 AND row.status = 'APPROVED'`, institutionCode);

/** The account to which an institution is paid; null where none is approved. */
export async function approvedPayee(manager: EntityManager, institutionCode: string): Promise<PayeeAccountRow | null> {
  const [row] = await selectRows(manager, payeeAccountRow, approvedOf(institutionCode));
  return row ?? null;
}

/** The same, locked until the transaction ends: nobody replaces it meanwhile, while others may pay to it as well. */
export async function lockApprovedPayee(manager: EntityManager, institutionCode: string): Promise<PayeeAccountRow | null> {
  const [row] = await selectRows(manager, payeeAccountRow, approvedOf(institutionCode), 'FOR SHARE');
  return row ?? null;
}

/** The accounts within reach that a filter lets through, page by page. */
export const readPayeeAccounts = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<PayeeAccountRow>> => readPage(manager, payeeAccountRow, allOf(payeeAccountWithin(reach), ...filter), page);

/** Those of some keyed hashes that are the number of an account. */
export async function knownAccountHashes(manager: EntityManager, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly hash: string }[]>(
    'SELECT DISTINCT number_hash AS hash FROM payee_account WHERE number_hash = ANY($1::text[])',
    [hashes],
  );
  return rows.map(({ hash }) => hash);
}
