import { type Authenticator, type AuthenticatorOptions, createAuthenticator } from '../http/authenticate.js';
import { issuerKeys } from '../http/tokens/issuer-keys.js';
import { openLocalTokenKey } from '../http/tokens/local-token-key.js';
import { readPublicKeyFile } from '../http/tokens/public-key-file.js';
import type { TrustedKeys } from '../http/tokens/trusted-keys.js';
import type { TokenSource } from './token-source.js';

export interface OpenAuthenticatorOptions extends Omit<AuthenticatorOptions, 'trusted'> {
  readonly source: TokenSource;
  /** Told with a short code when an issuer's keys cannot be read. */
  readonly onUnavailable: (reason: string) => void;
}

/**
 * An authenticator that believes the source which the configuration names; a data folder's own key is made when there is none. Throws a StartFailure
 * when a key file cannot be used.
 * Source: our design, docs/decisions/0010-callers.md
 */
export async function openAuthenticator({ source, onUnavailable, ...rest }: OpenAuthenticatorOptions): Promise<Authenticator> {
  return createAuthenticator({ ...rest, trusted: await trustedKeys(source, onUnavailable) });
}

async function trustedKeys(source: TokenSource, onUnavailable: (reason: string) => void): Promise<TrustedKeys> {
  switch (source.kind) {
    case 'issuer':
      return issuerKeys({ issuer: source.issuer, audience: source.audience, url: source.jwksUrl, onUnavailable });
    case 'public-key':
      return readPublicKeyFile(source.path, source.issuer, source.audience);
    case 'local':
      return (await openLocalTokenKey(source.dataFolder)).trusted;
  }
}
