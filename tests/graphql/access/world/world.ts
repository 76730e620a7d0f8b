import type { DataSource } from 'typeorm';
import type { Workplace } from '../../../../src/operations/acting/perform.js';
import { nodeId } from '../../../../src/policy/node-id.js';
import { keepReply, takeRequestKey } from '../../../../src/store/idempotency.js';
import { nextId, writeEntry } from '../../../../src/store/audit-log.js';
import { encrypt, personContext } from '../../../../src/store/keys/identity-cipher.js';
import { numberOf } from '../../../policy/identity-numbers.js';
import { Canaries } from './canaries.js';
import { insertVariants, type StoredRow } from './insert-variants.js';
import { PROVINCE, type Scope, SCOPES } from './scopes.js';
import { factTables, inOrderOfNeed, type Table, typeOfTable } from './tables.js';

/** An object of the world. */
export interface WorldObject {
  readonly type: string;
  readonly id: string;
  readonly scope: string;
}

/** Rows of every fact table in every scope, each text of them a canary. */
export interface World {
  readonly canaries: Canaries;
  readonly objects: readonly WorldObject[];
  /** whole identity numbers, by scope */
  readonly numbers: ReadonlyMap<string, string>;
}

const YEAR = 2026;
const AT = '2026-03-02T03:00:00.000Z';

/** Fills an empty database with the world. */
export async function buildWorld(workplace: Workplace): Promise<World> {
  const canaries = new Canaries();
  const numbers = new Map<string, string>();
  const objects: WorldObject[] = [];
  const tables = inOrderOfNeed(await factTables(workplace.dataSource));
  for (const [index, scope] of SCOPES.entries()) {
    const number = canaries.remember(numberOf(`2102021990010${1000 + index}`), scope.name);
    numbers.set(scope.name, number);
    const rows = new Map<string, readonly StoredRow[]>([['person', [await insertPerson(workplace, canaries, scope, number)]]]);
    for (const table of tables.filter(isOfScope)) {
      const stored = await insertVariants(workplace.dataSource, { table, tables, scope, canaries, rows, year: YEAR });
      rows.set(table.name, stored);
      objects.push(...objectsOf(table, stored, scope.name));
    }
    objects.push(
      await insertEntry(
        workplace.dataSource,
        canaries,
        scope,
        [...objects].filter((object) => object.scope === scope.name),
      ),
    );
  }
  await linkAcrossScopes(workplace.dataSource, objects);
  objects.push(...(await ofProvince(workplace.dataSource, canaries, tables)));
  for (const { id, scope } of objects) canaries.remember(id, scope);
  return { canaries, objects, numbers };
}

const rowIdOf = ({ id }: WorldObject): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

/** A trainee of each scope went on in the scope after it: what a row points to may be another's. */
async function linkAcrossScopes(dataSource: DataSource, objects: readonly WorldObject[]): Promise<void> {
  for (const [index, { name, region, institution }] of SCOPES.entries()) {
    const after = SCOPES[(index + 1) % SCOPES.length]?.name;
    const next = objects.find(({ type, scope }) => type === 'Enrolment' && scope === after);
    if (next === undefined) throw new Error(`nobody to go on to after ${name}`);
    await dataSource.query(
      `UPDATE enrolment SET status = 'TRANSFERRED', transferred_to = $1 WHERE region_code = $2 AND institution_code = $3 AND status = 'WITHDRAWN'`,
      [rowIdOf(next), region, institution],
    );
  }
}

const OWNERS: readonly string[] = ['region_code', 'institution_code', 'assessment_body_code', 'issuer_code'];
const isOwner = ({ name }: { readonly name: string }): boolean => OWNERS.includes(name) || name.endsWith('_id');
const isOfScope = ({ columns }: Table): boolean => columns.some(isOwner);

/** A table that names no owner is the province's; so is a row without a region, where a table has only that. */
const isOfProvince = ({ columns }: Table): boolean => {
  const owners = columns.filter(isOwner);
  return owners.every(({ name, isNullable }) => name === 'region_code' && isNullable);
};

async function ofProvince(dataSource: DataSource, canaries: Canaries, tables: readonly Table[]): Promise<readonly WorldObject[]> {
  const objects: WorldObject[] = [];
  for (const table of tables.filter(isOfProvince)) {
    const stored = await insertVariants(dataSource, { table, tables, scope: null, canaries, rows: new Map(), year: YEAR });
    objects.push(...objectsOf(table, stored, PROVINCE));
  }
  return [...objects, await insertEntry(dataSource, canaries, null, objects)];
}

const objectsOf = (table: Table, stored: readonly StoredRow[], scope: string): readonly WorldObject[] => {
  const type = typeOfTable(table.name);
  return stored.flatMap(({ id }) => (typeof id === 'string' ? [{ type, id: nodeId(type, id), scope }] : []));
};

async function insertPerson({ dataSource, keys }: Workplace, canaries: Canaries, scope: Scope, number: string): Promise<StoredRow> {
  const id = await nextId(dataSource.manager, YEAR);
  const name = canaries.text(scope.name, 'person.name');
  await dataSource.query(
    `INSERT INTO person (id, identity_hash, document_type, name_cipher, number_cipher, key_version, salt)
     VALUES ($1, $2, 'RESIDENT_CARD', $3, $4, 1, $5)`,
    [
      id,
      canaries.hash(scope.name, 'person.identity_hash'),
      encrypt(keys, name, personContext('name', id)),
      encrypt(keys, number, personContext('number', id)),
      Buffer.alloc(32, scope.name),
    ],
  );
  return { id };
}

async function insertEntry(
  dataSource: DataSource,
  canaries: Canaries,
  scope: Scope | null,
  about: readonly WorldObject[],
): Promise<WorldObject> {
  const name = scope?.name ?? PROVINCE;
  const { manager } = dataSource;
  const id = await nextId(manager, YEAR);
  const text = (place: string): string => canaries.text(name, `audit_entry.${place}`);
  const request = { tenant: text('tenant'), operation: 'approveCourseRun', key: `${name}-entry` };
  await takeRequestKey(manager, request, canaries.hash(name, 'request'), AT);
  await keepReply(manager, request, {});
  await writeEntry(manager, {
    id,
    at: AT,
    kind: request.operation,
    tenant: request.tenant,
    region: scope?.region ?? null,
    actor: text('actor'),
    approved: text('approved'),
    rules: { engine: '0', book: canaries.hash(name, 'book'), on: '2026-03-02' },
    clauses: [text('clause')],
    inputDigest: canaries.hash(name, 'input'),
    idempotencyHash: canaries.hash(name, 'key'),
    subjects: about.map((object) => ({ type: object.type, id: rowIdOf(object) })),
    amounts: { places: text('places') },
    reversalOf: null,
    details: { note: text('note'), list: [text('listed')] },
  });
  return { type: 'AuditEntry', id: nodeId('AuditEntry', id), scope: name };
}
