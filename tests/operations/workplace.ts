import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Reply, type Operation } from '../../src/operations/acting/act.js';
import { perform, type Workplace } from '../../src/operations/acting/perform.js';
import { RevokedTokens } from '../../src/operations/access/revoked-tokens.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import type { Actor, Role } from '../../src/policy/access/actor.js';
import { parseKeys } from '../../src/store/keys/key-text.js';
import { readQuoteKeys } from '../../src/store/keys/quote-keys.js';
import { loadSeeds } from '../../src/store/load-seeds.js';
import { readRuleArchive } from '../../src/store/rule-archive.js';
import { ruleRevision } from '../../src/store/rule-revision.js';
import { readSeedFiles } from '../../src/store/seed-files.js';

/** Monday, 2 March 2026, noon in Shanghai, where a test does not say otherwise. */
export const NOON = new Date('2026-03-02T04:00:00Z');

const KEY = Buffer.alloc(32, 7).toString('base64');

/** The key of the tests' quotes, made of 32 equal bytes: it signs nothing that anybody would believe. */
export const QUOTE_KEY = ed25519Pem(7);

/** A private Ed25519 key in PEM, made of a byte. */
export function ed25519Pem(byte: number): string {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

/** A workplace with the seeds of the project on a database, at noon of a day. */
export async function workplaceOn(dataSource: DataSource, clock: () => Date = () => NOON): Promise<Workplace> {
  await loadSeeds(dataSource, readSeedFiles(), new Date('2026-01-01T00:00:00Z'));
  const [hashKey] = parseKeys(`1:${KEY}`, 'test').values();
  if (hashKey === undefined) throw new Error('the key of the tests cannot be read');
  const keys = { dataKeys: parseKeys(`1:${KEY}`, 'test'), newestVersion: 1, hashKey };
  return {
    dataSource,
    clock,
    desk: new RuleDesk(await readRuleArchive(dataSource), clock, await ruleRevision(dataSource)),
    keys,
    quoteKeys: readQuoteKeys({ quoteKey: QUOTE_KEY, isProduction: true, dataFolder: '/dev/null/no-folder' }),
    revokedTokens: new RevokedTokens(dataSource, clock),
  };
}

/** A person with roles, reaching regions or acting for a body. */
export const person = (
  name: string,
  roles: readonly Role[],
  reach: Partial<Pick<Actor, 'regions' | 'institution' | 'assessmentBody'>> = {},
): Actor => ({
  person: name,
  roles,
  regions: [],
  institution: null,
  assessmentBody: null,
  ...reach,
});

const DALIAN = { regions: ['LN-210200'] };

/** The people whom the tests know: 大连 and 沈阳, a university in 大连, an assessment body, the province. */
export const PEOPLE = {
  officer: person('wang', ['HR_OFFICER'], DALIAN),
  reviewer: person('li', ['HR_REVIEWER'], DALIAN),
  finance: person('zhao', ['FINANCE_OFFICER'], DALIAN),
  otherOfficer: person('sun', ['HR_OFFICER'], { regions: ['LN-210100'] }),
  otherReviewer: person('zhou', ['HR_REVIEWER'], { regions: ['LN-210100'] }),
  institution: person('chen', ['INSTITUTION'], { institution: 'TI-DUT' }),
  otherInstitution: person('wu', ['INSTITUTION'], { institution: 'TI-SIE' }),
  assessor: person('zheng', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CESI' }),
  province: person('feng', ['PROVINCE_OFFICER']),
  provinceReviewer: person('jiang', ['PROVINCE_REVIEWER']),
  auditor: person('shen', ['AUDITOR']),
} as const;

/** Performs an operation with a key of its own, unless one is given. */
export const act = <Input, Done>(
  workplace: Workplace,
  operation: Operation<Input, Done>,
  actor: Actor | null,
  input: object,
  idempotencyKey: string = randomUUID(),
): Promise<Reply<Done>> => perform(workplace, operation, actor, { ...input, idempotencyKey });

/** The operations that have been repeated in this file. */
const repeated = new Set<string>();

/**
 * What an operation did; fails the test when it was refused. The first time in a file the same request is sent again: the reply must be the same, with nothing done
 * twice, which the entries show at the end of the file.
 */
export async function done<Input, Done>(
  workplace: Workplace,
  operation: Operation<Input, Done>,
  actor: Actor,
  input: object,
): Promise<Done> {
  const key = randomUUID();
  const reply = await act(workplace, operation, actor, input, key);
  if (reply.done === null) throw new Error(`${operation.name}: ${reply.refusals.map(({ code, text }) => `${code} ${text.en}`).join('; ')}`);
  if (!repeated.has(operation.name)) {
    repeated.add(operation.name);
    const { done: kept, isReplayed } = await act(workplace, operation, actor, input, key);
    expect({ isReplayed, kept }).toEqual({ isReplayed: true, kept: JSON.parse(JSON.stringify(reply.done)) });
  }
  return reply.done;
}

/** The codes of the refusals of an operation; empty when it was done. */
export async function refusalsOf<Input, Done>(
  workplace: Workplace,
  operation: Operation<Input, Done>,
  actor: Actor,
  input: object,
): Promise<readonly string[]> {
  return (await act(workplace, operation, actor, input)).refusals.map(({ code }) => code);
}
