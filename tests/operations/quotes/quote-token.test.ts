import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK, SignJWT } from 'jose';
import { quoteTokenOf, readQuoteToken, signQuote } from '../../../src/operations/quotes/quote-token.js';
import { verifyQuote } from '../../../src/operations/quotes/verify-quote.js';
import { verifyToken } from '../../../src/http/tokens/verify-token.js';
import { parseInput } from '../../../src/policy/input.js';
import { quoteStatement } from '../../../src/policy/quote.js';
import { subsidyEstimate } from '../../../src/policy/subsidy-estimate.js';
import { RuleDesk } from '../../../src/operations/rule-desk.js';
import { AUDIENCE, ISSUER, SIGNING_KEY, TEST_KEYS, tokenOf } from '../../http/tokens/signing.js';
import { archive, desk, runs } from '../../policy/harness.js';
import { QUESTION, quoteKeysOf } from './quotes.js';

const KEYS = quoteKeysOf(7);
const NOW = new Date('2026-11-22T04:00:00Z');
const question = parseInput(subsidyEstimate.input, QUESTION);
const answer = desk.answer(subsidyEstimate, question);
const statement = quoteStatement(answer.ruleBook, {
  id: '2026000000007',
  issuedAt: NOW.toISOString(),
  issuedOn: '2026-11-22',
  expiresOn: '2026-12-22',
  region: 'LN-210200',
  institution: 'TI-DUT',
  question,
  answer: { ...answer, ruleVersion: answer.ruleVersion, receiptHash: answer.receipt.hash },
});
const cheaper = { ...statement, amount: '1.00' };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const decoded = (text: string | undefined): Record<string, unknown> => JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
const goodToken = async (): Promise<string> => quoteTokenOf(await signQuote(statement, KEYS));
const deskOn = (day: string): RuleDesk => new RuleDesk(archive, () => new Date(`${day}T04:00:00Z`));
const statusOf = async (token: string, keys = KEYS): Promise<string> => (await verifyQuote(desk, keys, token)).status;
const publicKey = () => [...KEYS.verifying.values()][0] ?? fail();
const fail = (): never => {
  throw new Error('the keys of the tests hold a public key');
};

describe('a quote is signed with EdDSA and verified by its public key alone (docs/decisions/0021-quotes.md; RFC 7515, RFC 8037)', () => {
  it('its token is the canonical statement under the id of the key', async () => {
    const [header, payload] = (await goodToken()).split('.');
    expect(decoded(header)).toEqual({ alg: 'EdDSA', kid: KEYS.signing.id, typ: 'quote+jws' });
    expect(decoded(payload)).toEqual(JSON.parse(JSON.stringify(statement)));
  });

  it('equal statements have equal tokens', async () => expect(await goodToken()).toBe(await goodToken()));

  it('anybody verifies it with the published key, without this service', async () => {
    const { x, id } = publicKey();
    const jwk = await importJWK({ kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: 'EdDSA' });
    const { payload } = await compactVerify(await goodToken(), jwk);
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toMatchObject({ amount: '148000.00', number: 'QT-2026-000000007' });
  });

  it('it is still known after the key was renewed, while the former one stands behind the new one', async () => {
    expect(await statusOf(await goodToken(), quoteKeysOf(8, 7))).toBe('VALID');
    expect(await statusOf(await goodToken(), quoteKeysOf(8))).toBe('UNKNOWN_KEY');
  });

  it.each([
    ['2026-11-22', 'VALID'],
    ['2026-12-22', 'VALID'],
    ['2026-12-23', 'EXPIRED'],
    ['2030-01-01', 'EXPIRED'],
  ])('on %s one that expires on 2026-12-22 is %s, and shows what it says', async (day, status) => {
    expect(await verifyQuote(deskOn(day), KEYS, await goodToken())).toMatchObject({ status, statement: { amount: '148000.00' } });
  });

  it('the last day is the day of Shanghai: it ends at 16:00 UTC', async () => {
    const at = (instant: string) => new RuleDesk(archive, () => new Date(instant));
    const token = await goodToken();
    expect((await verifyQuote(at('2026-12-22T15:59:59.999Z'), KEYS, token)).status).toBe('VALID');
    expect((await verifyQuote(at('2026-12-22T16:00:00.000Z'), KEYS, token)).status).toBe('EXPIRED');
  });
});

describe('what is not signed by us as a quote is not believed (docs/decisions/0021-quotes.md; RFC 8725)', () => {
  const header = (changes: object = {}) => ({ alg: 'EdDSA', kid: KEYS.signing.id, typ: 'quote+jws', ...changes });
  const signedBy = (keys: typeof KEYS, protectedHeader: object, payload: unknown = cheaper): Promise<string> =>
    new CompactSign(Buffer.from(JSON.stringify(payload), 'utf8')).setProtectedHeader(protectedHeader as never).sign(keys.signing.key);
  const hmac = (secret: string | Buffer, alg: 'HS256' | 'HS512', changes: object = {}): string => {
    const input = `${part(header({ alg, ...changes }))}.${part(cheaper)}`;
    return `${input}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
      .update(input)
      .digest('base64url')}`;
  };
  const pem = () => publicKey().key.export({ type: 'spki', format: 'pem' });
  const good = async () => (await goodToken()).split('.') as [string, string, string];

  it.each<readonly [string, string, () => string | Promise<string>]>([
    ['no algorithm and no signature', 'FORGED', () => `${part(header({ alg: 'none' }))}.${part(cheaper)}.`],
    [
      'no algorithm with the good signature',
      'FORGED',
      async () => `${part(header({ alg: 'none' }))}.${part(statement)}.${(await good())[2]}`,
    ],
    ['no algorithm under the id of an unknown key', 'FORGED', () => `${part(header({ alg: 'none', kid: 'x' }))}.${part(cheaper)}.`],
    ['no algorithm, oddly written', 'FORGED', () => `${part(header({ alg: 'nOnE' }))}.${part(cheaper)}.`],
    ['an HMAC with the public key as its secret (PEM)', 'FORGED', () => hmac(pem(), 'HS256')],
    ['an HMAC with the point of the public key', 'FORGED', () => hmac(Buffer.from(publicKey().x, 'base64url'), 'HS256')],
    ['a longer HMAC with the public key', 'FORGED', () => hmac(pem(), 'HS512')],
    [
      'another name of the algorithm',
      'FORGED',
      async () => `${part(header({ alg: 'Ed25519' }))}.${(await good())[1]}.${(await good())[2]}`,
    ],
    ['another key under the id of ours', 'FORGED', () => signedBy(quoteKeysOf(9), header())],
    [
      'another key that it brings along',
      'FORGED',
      () => signedBy(quoteKeysOf(9), header({ jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } })),
    ],
    ['another key under its own id', 'UNKNOWN_KEY', () => signedBy(quoteKeysOf(9), header({ kid: quoteKeysOf(9).signing.id }))],
    ['no id of a key', 'UNKNOWN_KEY', () => signedBy(KEYS, header({ kid: undefined }))],
    ['an id that is a name of JavaScript', 'UNKNOWN_KEY', () => signedBy(KEYS, header({ kid: '__proto__' }))],
    ['an id that is a path', 'UNKNOWN_KEY', () => signedBy(KEYS, header({ kid: '../../quote-key.pem' }))],
    ['an altered amount', 'FORGED', async () => `${(await good())[0]}.${part(cheaper)}.${(await good())[2]}`],
    [
      'a later last day',
      'FORGED',
      async () => `${(await good())[0]}.${part({ ...statement, expiresOn: '2036-12-22' })}.${(await good())[2]}`,
    ],
    [
      'the same statement in other bytes',
      'FORGED',
      async () => `${(await good())[0]}.${part(Object.fromEntries(Object.entries(statement).reverse()))}.${(await good())[2]}`,
    ],
    ['no signature', 'FORGED', async () => `${(await good())[0]}.${(await good())[1]}.`],
    ['half a signature', 'FORGED', async () => (await goodToken()).slice(0, -43)],
    [
      'a header that was changed afterwards',
      'FORGED',
      async () => `${part({ ...header(), x: 1 })}.${(await good())[1]}.${(await good())[2]}`,
    ],
    [
      'an extension that we must understand',
      'FORGED',
      async () => `${part(header({ crit: ['x'], x: 1 }))}.${(await good())[1]}.${(await good())[2]}`,
    ],
    ['a type of another token', 'NOT_A_QUOTE', () => signedBy(KEYS, header({ typ: 'JWT' }), statement)],
    ['no type', 'NOT_A_QUOTE', () => signedBy(KEYS, header({ typ: undefined }), statement)],
    ['our signature on something else', 'NOT_A_QUOTE', () => signedBy(KEYS, header(), { amount: '1.00' })],
    ['our signature on another audience', 'NOT_A_QUOTE', () => signedBy(KEYS, header(), { ...statement, aud: AUDIENCE })],
    [
      'our signature on no JSON',
      'NOT_A_QUOTE',
      () => new CompactSign(Buffer.from('x')).setProtectedHeader(header()).sign(KEYS.signing.key),
    ],
    ['nothing', 'NOT_A_QUOTE', () => ''],
    ['two dots', 'NOT_A_QUOTE', () => '..'],
    ['some text', 'NOT_A_QUOTE', () => 'QT-2026-000000007'],
    ['five parts', 'FORGED', async () => `${await goodToken()}.a.b`],
    ['a header that is no object', 'NOT_A_QUOTE', async () => `${part([])}.${(await good())[1]}.${(await good())[2]}`],
  ])('%s: %s', async (_title, status, make) => {
    const token = await make();
    expect(await verifyQuote(desk, KEYS, token)).toEqual({ status, statement: null, today: null, unanswerable: null });
  });

  it('the payload of one quote under the signature of another', async () => {
    const other = await signQuote({ ...statement, id: 'other' }, KEYS);
    const mine = await signQuote(statement, KEYS);
    expect(await statusOf(quoteTokenOf({ ...mine, signature: other.signature }))).toBe('FORGED');
    expect(await statusOf(quoteTokenOf({ ...mine, statement: cheaper }))).toBe('FORGED');
  });

  it('one changed character anywhere never makes another quote of it', async () => {
    const token = await goodToken();
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= '.split(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), letters, async (at, letter) => {
        const read = await readQuoteToken(`${token.slice(0, at)}${letter}${token.slice(at + 1)}`, KEYS);
        // The last letter of a signature has bits that stand for nothing: what it says stays what was signed.
        if (read.kind === 'signed') expect(read.statement).toEqual(JSON.parse(JSON.stringify(statement)));
      }),
      runs(300, 5_000),
    );
  });

  it('a token that is too long is not looked at', async () => {
    await expect(verifyQuote(desk, KEYS, 'x'.repeat(250_001))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'token' });
    expect(await statusOf('x'.repeat(250_000))).toBe('NOT_A_QUOTE');
    expect(await statusOf(`${await goodToken()}${'A'.repeat(200_000)}`)).toBe('FORGED');
  });
});

describe('a quote is no bearer token, and a bearer token no quote (docs/decisions/0010-callers.md, 0021-quotes.md)', () => {
  const quoteKey = async () => publicKey().key as never;
  const signedPayload = (payload: object) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', kid: KEYS.signing.id, typ: 'quote+jws' })
      .sign(KEYS.signing.key);

  it('a bearer token is no quote, not even when the key of quotes signed it', async () => {
    expect(await statusOf(await tokenOf())).toBe('NOT_A_QUOTE');
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'li-na', jti: 'token-1', roles: ['AUDITOR'], exp: 4_000_000_000 };
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: KEYS.signing.id, typ: 'JWT' }).sign(KEYS.signing.key);
    expect(await statusOf(await signed)).toBe('NOT_A_QUOTE');
    const dressed = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: KEYS.signing.id, typ: 'quote+jws' }).sign(KEYS.signing.key);
    expect(await statusOf(await dressed)).toBe('NOT_A_QUOTE');
  });

  it('a bearer key does not sign quotes', async () => {
    const signed = new CompactSign(Buffer.from(JSON.stringify(statement)))
      .setProtectedHeader({ alg: 'ES256', kid: KEYS.signing.id, typ: 'quote+jws' })
      .sign(SIGNING_KEY);
    expect(await statusOf(await signed)).toBe('FORGED');
  });

  it('a quote opens no door, not even where the key of quotes is trusted by mistake', async () => {
    const token = await goodToken();
    const byMistake = { issuer: statement.iss, audience: AUDIENCE, algorithms: ['EdDSA'] as const, keyOf: quoteKey };
    expect(await verifyToken(token, TEST_KEYS, NOW)).toMatchObject({ kind: 'refused', refusal: { status: 401 } });
    expect(await verifyToken(token, byMistake, NOW)).toMatchObject({ kind: 'refused', refusal: { status: 401, facts: { claim: 'exp' } } });
    const claims = { ...statement, sub: 'li-na', jti: 'token-1', roles: ['AUDITOR'], exp: Math.floor(NOW.getTime() / 1000) + 60 };
    const withClaims = await signedPayload(claims);
    expect(await verifyToken(withClaims, byMistake, NOW)).toMatchObject({ kind: 'refused', refusal: { facts: { claim: 'aud' } } });
    expect(await verifyToken(withClaims, { ...byMistake, issuer: ISSUER }, NOW)).toMatchObject({
      kind: 'refused',
      refusal: { facts: { claim: 'iss' } },
    });
  });
});
