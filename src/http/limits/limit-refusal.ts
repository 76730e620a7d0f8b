import type { DocumentNode } from 'graphql';
import { bilingual } from '../../policy/bilingual.js';
import type { Refusal } from '../answer.js';

/** A bound on what one request may ask: the refusal of a document that exceeds it, or null. */
export type LimitRule = (document: DocumentNode) => Refusal | null;

/** The refusal of a request that asks too much; says the bound and what was found. */
export function limitRefusal(code: string, zh: string, en: string, limit: number, found: number): Refusal {
  return { status: 400, code, text: bilingual(zh, en), facts: { limit, ...(Number.isSafeInteger(found) && { found }) } };
}
