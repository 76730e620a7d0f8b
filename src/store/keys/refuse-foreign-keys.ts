import type { EntityManager } from 'typeorm';
import type { IdentityDocumentType } from '../../policy/identity-document.js';
import { accountNumberHash } from './account-number-hash.js';
import { decrypt, payeeContext, personContext } from './identity-cipher.js';
import { identityHash } from './identity-hash.js';
import { keysDoNotFit } from './key-failure.js';
import { StoreFailure } from '../store-failure.js';
import type { KeyRing } from './key-ring.js';

interface Probe {
  readonly id: string;
  readonly hash: string;
  readonly number_cipher: Buffer;
}

interface PersonProbe extends Probe {
  readonly document_type: IdentityDocumentType;
}

const firstAndLast = (columns: string, table: string): string => `
(SELECT ${columns} FROM ${table} ORDER BY id LIMIT 1)
UNION ALL
(SELECT ${columns} FROM ${table} ORDER BY id DESC LIMIT 1)`;
const PERSONS = firstAndLast('id, document_type, identity_hash AS hash, number_cipher', 'person');
const PAYEE_ACCOUNTS = firstAndLast('id, number_hash AS hash, number_cipher', 'payee_account');

/**
 * Tries the keys on the first and the last stored person and payee account, before anything is written with them: under a lost and remade hash key every person would
 * be taken for a new one and could be subsidised again. Throws KEYS_DO_NOT_FIT; does nothing while nothing is stored.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function refuseForeignKeys(manager: EntityManager, keyRing: KeyRing): Promise<void> {
  for (const probe of await manager.query<PersonProbe[]>(PERSONS)) {
    const hashOf = (number: string): string => identityHash(keyRing, probe.document_type, number);
    tryOn(keyRing, probe, personContext('number', probe.id), hashOf, [`第 ${probe.id} 号人员`, `person ${probe.id}`]);
  }
  for (const probe of await manager.query<Probe[]>(PAYEE_ACCOUNTS)) {
    const hashOf = (number: string): string => accountNumberHash(keyRing, number);
    tryOn(keyRing, probe, payeeContext(probe.id), hashOf, [`第 ${probe.id} 号收款账户`, `payee account ${probe.id}`]);
  }
}

function tryOn(
  keyRing: KeyRing,
  { number_cipher: encrypted, hash }: Probe,
  context: string,
  hashOf: (number: string) => string,
  [zh, en]: readonly [zh: string, en: string],
): void {
  const number = readable(keyRing, encrypted, context);
  if (number === null) throw keysDoNotFit(`${zh}无法读取`, `${en} cannot be read`);
  if (hashOf(number) !== hash) throw keysDoNotFit(`${zh}的指纹不符`, `the hash of ${en} is another`);
}

function readable(keyRing: KeyRing, encrypted: Buffer, context: string): string | null {
  try {
    return decrypt(keyRing, encrypted, context);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return null; // which byte is wrong matters less here than that these are not the keys; the caller says so
  }
}
