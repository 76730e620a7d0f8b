import { startService } from '../../src/cli/start-service.js';
import { freshFolder } from '../harness/databases.js';

/** A number of the form of an identity card; it belongs to nobody. */
export const IDENTITY_NUMBER = '210102199001011234';

/** What only a library, a driver or a stack trace would say. */
export const LIBRARY_TEXT =
  /Cannot read propert|\b(Type|Range|Reference|Syntax)Error\b|Maximum call stack|\bzod\b|typeorm|node_modules|\.js:\d+|Invalid input: expected|\[object Object\]/iu;

/** An error as a caller reads it. */
export interface ErrorEntry {
  readonly message: string;
  readonly extensions: { readonly code?: string; readonly field?: string | null; readonly messageZh?: string; readonly messageEn?: string };
}

/** An HTTP answer to a GraphQL request. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ErrorEntry[];
}

/** A service under attack, on a fresh embedded database. */
export interface AttackedService {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the whole service on 22 November 2026, noon in Shanghai; nothing of its log is kept. */
export async function startAttacked(): Promise<AttackedService> {
  const fresh = await freshFolder();
  const environment = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '', DATA_DIR: fresh.configuration.dataFolder };
  const service = await startService(environment, () => new Date('2026-11-22T04:00:00Z'));
  return {
    url: service.url,
    stop: async () => {
      await service.stop();
      await fresh.remove();
    },
  };
}

/** Posts bytes as JSON and reads the answer, which is JSON whatever was sent. */
export async function postBytes(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Reply>;
  return { status: response.status, text, data, errors };
}

/** Posts a query with its variables. */
export const post = (
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> => postBytes(url, JSON.stringify({ query, variables }), headers);
