import { createRemoteJWKSet, errors } from 'jose';
import { KeysUnavailable } from './keys-unavailable.js';
import { SIGNING_ALGORITHMS, type TrustedKeys } from './trusted-keys.js';

export interface IssuerKeysOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Address of the issuer's JSON Web Key Set. */
  readonly url: string;
  /** Told each time that the set could not be read, with a short code. */
  readonly onUnavailable: (reason: string) => void;
  /** Shortest time between two readings because of an unknown key; a flood of invented key names asks the issuer no more often. */
  readonly cooldownMs?: number;
  /** How long a failed reading stands before the next is tried. */
  readonly retryMs?: number;
}

const COOLDOWN_MS = 30_000;
const RETRY_MS = 2_000;
/** After this time the set is read again, so a key that the issuer withdrew is no longer believed. */
const CACHE_MS_MAX = 600_000;
const TIMEOUT_MS = 5_000;

/**
 * The keys that an issuer publishes, read when they are first needed, read again for an unknown key name and after ten minutes. When they cannot
 * be read, `keyOf` rejects with KeysUnavailable.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function issuerKeys(options: IssuerKeysOptions): TrustedKeys {
  const { issuer, audience, url, onUnavailable, cooldownMs = COOLDOWN_MS, retryMs = RETRY_MS } = options;
  const read = createRemoteJWKSet(new URL(url), { cooldownDuration: cooldownMs, cacheMaxAge: CACHE_MS_MAX, timeoutDuration: TIMEOUT_MS });
  let lastFailure: { readonly reason: string; readonly until: number } | null = null;
  const keyOf: TrustedKeys['keyOf'] = async (header, token) => {
    if (lastFailure !== null && performance.now() < lastFailure.until) throw new KeysUnavailable(lastFailure.reason);
    try {
      return await read(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      const reason = reasonOf(error);
      lastFailure = { reason, until: performance.now() + retryMs };
      onUnavailable(reason);
      throw new KeysUnavailable(reason);
    }
  };
  return { issuer, audience, algorithms: SIGNING_ALGORITHMS, keyOf };
}

/** Whether the set was read and the token is at fault: it names no key, several, or a kind that we do not know. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported;

/** The operating system's code where there is one, else that of jose. */
function reasonOf(error: unknown): string {
  const { cause, code } = Object(error) as { readonly cause?: unknown; readonly code?: unknown };
  const codes = [(Object(cause) as { readonly code?: unknown }).code, code];
  return codes.find((found) => typeof found === 'string') ?? 'UNKNOWN';
}
