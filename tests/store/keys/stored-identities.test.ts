import type { DataSource } from 'typeorm';
import { accountNumberHash } from '../../../src/store/keys/account-number-hash.js';
import { decrypt, encrypt, payeeContext, personContext } from '../../../src/store/keys/identity-cipher.js';
import { identityHash, newSalt } from '../../../src/store/keys/identity-hash.js';
import type { KeyRing } from '../../../src/store/keys/key-ring.js';
import { refuseForeignKeys } from '../../../src/store/keys/refuse-foreign-keys.js';
import { rotatePayeeAccounts, rotateStoredIdentities } from '../../../src/store/keys/rotate-stored-identities.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { codeOf } from '../harness.js';
import { keyText, ringOf } from './keys.js';

const OLD = ringOf([1]);
const BOTH = ringOf([1, 2]);
const NEW = ringOf([2]);

interface Person {
  readonly id: string;
  readonly name_cipher: Buffer;
  readonly number_cipher: Buffer;
  readonly key_version: number;
}

const numberOf = (id: number): string => `E${10_000_000 + id}`;

describeOnEachDatabase('stored identities (our design, docs/decisions/0010)', (open, database) => {
  let dataSource: DataSource;
  const persons = (): Promise<Person[]> =>
    dataSource.query<Person[]>('SELECT id, name_cipher, number_cipher, key_version FROM person ORDER BY id');
  const store = async (ring: KeyRing, id: number): Promise<void> => {
    await dataSource.query('INSERT INTO person VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      id,
      identityHash(ring, 'PASSPORT', numberOf(id)),
      'PASSPORT',
      encrypt(ring, `学员${id}`, personContext('name', `${id}`)),
      encrypt(ring, numberOf(id), personContext('number', `${id}`)),
      ring.newestVersion,
      newSalt(),
    ]);
  };
  const storeAccount = async (ring: KeyRing, id: number): Promise<void> => {
    const key = `${2_026_000_000_000 + id}`;
    const number = `6222000${10 + id}`;
    await dataSource.query(
      `INSERT INTO payee_account (id, year, institution_code, holder, bank_name, number_cipher, number_hash, number_tail, key_version, document_number, status,
         proposed_by, proposed_on, decided_by, decided_on)
       VALUES ($1, 2026, 'TI-DUT', 'x', 'y', $2, $3, '1234', $4, 'z', 'REJECTED', 'a', '2026-03-01', 'b', '2026-03-01')`,
      [key, encrypt(ring, number, payeeContext(key)), accountNumberHash(ring, number), ring.newestVersion],
    );
  };
  const expectReadable = async (ring: KeyRing, ids: readonly number[]): Promise<void> => {
    const rows = await persons();
    expect(rows.map((row) => decrypt(ring, row.name_cipher, personContext('name', row.id)))).toEqual(ids.map((id) => `学员${id}`));
    expect(rows.map((row) => decrypt(ring, row.number_cipher, personContext('number', row.id)))).toEqual(ids.map(numberOf));
  };
  const ELEVEN = Array.from({ length: 11 }, (_, index) => index + 1);

  beforeAll(async () => {
    dataSource = await open();
  });
  beforeEach(async () => {
    await dataSource.query('DELETE FROM person');
    await dataSource.query('DELETE FROM payee_account');
    for (const id of ELEVEN) await store(OLD, id);
  });

  it.each([1, 3, 11, 100])('are put under the newest key in batches of %i; then the old key is not needed', async (batchSize) => {
    expect(await rotateStoredIdentities(dataSource.manager, BOTH, batchSize)).toEqual({ rotated: 11, left: 0 });
    expect((await persons()).map((row) => row.key_version)).toEqual(ELEVEN.map(() => 2));
    await expectReadable(NEW, ELEVEN);
    expect(await rotateStoredIdentities(dataSource.manager, BOTH, batchSize)).toEqual({ rotated: 0, left: 0 });
  });

  it('keep hash and salt', async () => {
    const kept = 'SELECT identity_hash, salt FROM person ORDER BY id';
    const before = await dataSource.query(kept);
    await rotateStoredIdentities(dataSource.manager, BOTH, 4);
    expect(await dataSource.query(kept)).toEqual(before);
  });

  it('go on where a stopped rotation was: the row that does not open is named, those before it are done', async () => {
    await dataSource.query(`UPDATE person SET name_cipher = set_byte(name_cipher, 20, get_byte(name_cipher, 20) # 1) WHERE id = 6`);
    const stopped = rotateStoredIdentities(dataSource.manager, BOTH, 2);
    await expect(stopped).rejects.toMatchObject({ code: 'IDENTITY_UNREADABLE', facts: { context: 'person:name:6' } });
    expect((await persons()).map((row) => row.key_version)).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
    await dataSource.query(`UPDATE person SET name_cipher = set_byte(name_cipher, 20, get_byte(name_cipher, 20) # 1) WHERE id = 6`);
    expect(await rotateStoredIdentities(dataSource.manager, BOTH, 2)).toEqual({ rotated: 7, left: 0 });
    await expectReadable(NEW, ELEVEN);
  });

  it('are read by both keys while a rotation is on its way', async () => {
    await dataSource.query('DELETE FROM person WHERE id > 2');
    await rotateStoredIdentities(dataSource.manager, BOTH, 1);
    await store(OLD, 3);
    await expectReadable(BOTH, [1, 2, 3]);
  });

  it('lose nothing that changes while they are rotated: such a row is left, and told', async () => {
    const changed = encrypt(OLD, '更正后的姓名', personContext('name', '5'));
    const rotation = await dataSource.transaction(async (manager) => {
      const query = manager.query.bind(manager);
      const interrupting = Object.assign(Object.create(manager) as typeof manager, {
        query: async (statement: string, parameters: unknown[]) => {
          if (/UPDATE/u.test(statement)) await query('UPDATE person SET name_cipher = $1 WHERE id = 5', [changed]);
          return query(statement, parameters);
        },
      });
      return rotateStoredIdentities(interrupting, BOTH, 100);
    });
    expect(rotation).toEqual({ rotated: 10, left: 1 });
    expect(await rotateStoredIdentities(dataSource.manager, BOTH, 100)).toEqual({ rotated: 1, left: 0 });
    const row = (await persons())[4];
    expect(row && decrypt(NEW, row.name_cipher, personContext('name', '5'))).toBe('更正后的姓名');
  });

  it('numbers of payee accounts go under the newest key with them, the hash kept', async () => {
    for (const id of ELEVEN) await storeAccount(OLD, id);
    expect(await rotatePayeeAccounts(dataSource.manager, BOTH, 3)).toEqual({ rotated: 11, left: 0 });
    const rows = await dataSource.query<{ id: string; number_cipher: Buffer; number_hash: string; key_version: number }[]>(
      'SELECT id, number_cipher, number_hash, key_version FROM payee_account ORDER BY id',
    );
    expect(rows.map((row) => decrypt(NEW, row.number_cipher, payeeContext(row.id)))).toEqual(ELEVEN.map((id) => `6222000${10 + id}`));
    expect(rows.map((row) => [row.key_version, row.number_hash])).toEqual(
      ELEVEN.map((id) => [2, accountNumberHash(OLD, `6222000${10 + id}`)]),
    );
    expect(await rotatePayeeAccounts(dataSource.manager, BOTH, 3)).toEqual({ rotated: 0, left: 0 });
  });

  it('come to no harm when two rotate at once', async () => {
    const second = database === 'PostgreSQL' ? await open() : dataSource;
    const both = await Promise.all([rotateStoredIdentities(dataSource.manager, BOTH, 2), rotateStoredIdentities(second.manager, BOTH, 2)]);
    expect(both.reduce((sum, { rotated }) => sum + rotated, 0)).toBe(11);
    await expectReadable(NEW, ELEVEN);
  });

  it('fit the keys that they were written with, also while two are in use, and where nobody is stored', async () => {
    await refuseForeignKeys(dataSource.manager, OLD);
    await store(BOTH, 12);
    await refuseForeignKeys(dataSource.manager, BOTH);
    await dataSource.query('DELETE FROM person');
    await refuseForeignKeys(dataSource.manager, ringOf([9]));
  });

  it.each([
    ['a lost data key', NEW],
    ['a hash key made anew', ringOf([1], `1:${keyText(8)}`)],
  ])('do not fit %s', async (_title, ring) => {
    expect(await codeOf(refuseForeignKeys(dataSource.manager, ring))).toBe('KEYS_DO_NOT_FIT');
  });

  it('fit and do not fit the payee accounts, also where nobody is stored', async () => {
    await dataSource.query('DELETE FROM person');
    await storeAccount(OLD, 1);
    await refuseForeignKeys(dataSource.manager, BOTH);
    expect(await codeOf(refuseForeignKeys(dataSource.manager, NEW))).toBe('KEYS_DO_NOT_FIT');
    expect(await codeOf(refuseForeignKeys(dataSource.manager, ringOf([1], `1:${keyText(8)}`)))).toBe('KEYS_DO_NOT_FIT');
  });

  it('do not fit where only the newest key is lost', async () => {
    await store(BOTH, 12);
    await expect(refuseForeignKeys(dataSource.manager, OLD)).rejects.toMatchObject({
      code: 'KEYS_DO_NOT_FIT',
      text: { en: expect.stringContaining('person 12 cannot be read'), zh: expect.stringContaining('keys.json') },
    });
  });
});
