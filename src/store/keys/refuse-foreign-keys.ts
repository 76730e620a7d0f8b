import type { EntityManager } from 'typeorm';
import type { IdentityDocumentType } from '../../policy/identity-document.js';
import { decrypt, personContext } from './identity-cipher.js';
import { identityHash } from './identity-hash.js';
import { keysDoNotFit } from './key-failure.js';
import { StoreFailure } from '../store-failure.js';
import type { KeyRing } from './key-ring.js';

interface Probe {
  readonly id: string;
  readonly document_type: IdentityDocumentType;
  readonly identity_hash: string;
  readonly number_cipher: Buffer;
}

const COLUMNS = 'id, document_type, identity_hash, number_cipher';
const FIRST_AND_LAST = `
(SELECT ${COLUMNS} FROM person ORDER BY id LIMIT 1)
UNION ALL
(SELECT ${COLUMNS} FROM person ORDER BY id DESC LIMIT 1)`;

/**
 * Tries the keys on the first and the last stored person, before anything is written with them: under a lost and remade hash key every person would
 * be taken for a new one and could be subsidised again. Throws KEYS_DO_NOT_FIT; does nothing while nobody is stored.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function refuseForeignKeys(manager: EntityManager, keyRing: KeyRing): Promise<void> {
  for (const probe of await manager.query<Probe[]>(FIRST_AND_LAST)) {
    const number = readable(keyRing, probe);
    if (number === null) throw keysDoNotFit(`第 ${probe.id} 号人员无法读取`, `person ${probe.id} cannot be read`);
    if (identityHash(keyRing, probe.document_type, number) !== probe.identity_hash) {
      throw keysDoNotFit(`第 ${probe.id} 号人员的指纹不符`, `the hash of person ${probe.id} is another`);
    }
  }
}

function readable(keyRing: KeyRing, { id, number_cipher: encrypted }: Probe): string | null {
  try {
    return decrypt(keyRing, encrypted, personContext('number', id));
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return null; // which byte is wrong matters less here than that these are not the keys; the caller says so
  }
}
