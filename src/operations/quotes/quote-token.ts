import { CompactSign, compactVerify, decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose';
import { canonicalText } from '../../policy/canonical.js';
import { parseQuoteStatement, type QuoteStatement } from '../../policy/quote.js';
import type { QuoteKeys } from '../../store/keys/quote-keys.js';

/** The type in the header of a quote's token: a bearer token has another one and is no quote. */
export const QUOTE_TYPE = 'quote+jws';
export const QUOTE_ALGORITHM = 'EdDSA';

/** A statement with the signature on it, as the store keeps them. */
export interface SignedQuote {
  readonly statement: QuoteStatement;
  readonly signedWith: string;
  /** base64url */
  readonly signature: string;
}

/** What a token turns out to be, whatever day it is. */
export type ReadQuote =
  | { readonly kind: 'signed'; readonly statement: QuoteStatement }
  | { readonly kind: 'FORGED' | 'UNKNOWN_KEY' | 'NOT_A_QUOTE' };

const headerOf = (keyId: string) => ({ alg: QUOTE_ALGORITHM, kid: keyId, typ: QUOTE_TYPE });

/**
 * Signs what a quote says: its canonical bytes (RFC 8785) under EdDSA. Equal statements under one key have equal signatures.
 * Source: our design, docs/decisions/0021-quotes.md; RFC 7515, RFC 8037
 */
export async function signQuote(statement: QuoteStatement, { signing }: QuoteKeys): Promise<SignedQuote> {
  const token = await new CompactSign(Buffer.from(canonicalText(statement), 'utf8'))
    .setProtectedHeader(headerOf(signing.id))
    .sign(signing.key);
  return { statement, signedWith: signing.id, signature: token.slice(token.lastIndexOf('.') + 1) };
}

const encoded = (value: unknown): string => Buffer.from(canonicalText(value), 'utf8').toString('base64url');

/**
 * The token of a signed quote: a compact JWS, put together from what is stored. Where a stored statement was changed, it no longer verifies.
 * Source: our design, docs/decisions/0021-quotes.md; RFC 7515
 */
export const quoteTokenOf = ({ statement, signedWith, signature }: SignedQuote): string =>
  `${encoded(headerOf(signedWith))}.${encoded(statement)}.${signature}`;

/**
 * What a token says, when one of the keys signed it as a quote; else why it is not believed. Only the algorithm and the keys of quotes count: what the token itself
 * names as algorithm, key or address of keys is not followed.
 * Source: our design, docs/decisions/0021-quotes.md; RFC 8725
 */
export async function readQuoteToken(token: string, { verifying }: QuoteKeys): Promise<ReadQuote> {
  const header = readHeader(token);
  if (header?.typ !== QUOTE_TYPE) return { kind: 'NOT_A_QUOTE' };
  if (header.alg !== QUOTE_ALGORITHM) return { kind: 'FORGED' };
  const key = verifying.get(header.kid ?? '');
  if (key === undefined) return { kind: 'UNKNOWN_KEY' };
  const bytes = await verifiedBytes(token, key.key);
  if (bytes === null) return { kind: 'FORGED' };
  const statement = parseQuoteStatement(jsonOf(bytes));
  return statement === null ? { kind: 'NOT_A_QUOTE' } : { kind: 'signed', statement };
}

function readHeader(token: string): ProtectedHeaderParameters | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    // Not the text of a token at all, which is told as such.
    return null;
  }
}

async function verifiedBytes(token: string, key: Parameters<typeof compactVerify>[1]): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(token, key, { algorithms: [QUOTE_ALGORITHM] })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Signed, yet no JSON: no quote.
    return null;
  }
}
