import { createHash } from 'node:crypto';

const CANARY = /canary-([a-z]+)-[\w.]+/gu;
const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu;

/** Texts that stand in the rows of one scope only, and tell from any answer whose rows it was made from. */
export class Canaries {
  /** ids, hashes and whole numbers, each with its scope */
  readonly #known = new Map<string, string>();

  /** A text of a column, marked with its scope. */
  text = (scope: string, place: string): string => `canary-${scope}-${place}`;

  /** The same where only a hash will do. */
  hash(scope: string, place: string): string {
    return this.remember(createHash('sha256').update(this.text(scope, place)).digest('hex'), scope);
  }

  /** Marks any other text that must not cross scopes. */
  remember(text: string, scope: string): string {
    this.#known.set(text, scope);
    return text;
  }

  /** The scopes whose marks stand anywhere in a value. */
  scopesIn(value: unknown): ReadonlySet<string> {
    const found = new Set<string>();
    for (const text of stringsIn(value)) {
      for (const [, scope] of text.matchAll(CANARY)) found.add(scope as string);
      for (const part of [text, ...[...text.matchAll(HASH)].map(([hash]) => hash)]) {
        const scope = this.#known.get(part);
        if (scope !== undefined) found.add(scope);
      }
    }
    return found;
  }
}

/** Every text in a value, keys included. */
export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      yield key;
      yield* stringsIn(part);
    }
  }
}
