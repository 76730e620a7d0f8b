import { bilingual } from '../policy/bilingual.js';
import { StoreFailure } from './store-failure.js';

/**
 * The address without its password, as it may stand in a message.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const addressOf = (url: string): string => {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
  } catch {
    // Not an address at all; repeating it could repeat a password.
    return 'DATABASE_URL';
  }
};

/**
 * PostgreSQL does not answer, or does not let us in.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const unreachable = (url: string, cause: unknown): StoreFailure => {
  const address = addressOf(url);
  const reason = (cause as { code?: string }).code ?? 'NO_ANSWER';
  return new StoreFailure(
    'DATABASE_UNREACHABLE',
    bilingual(
      `要求连接 PostgreSQL（${address}）；未能连接（${reason}）。请检查 DATABASE_URL 的地址、账户和密码，以及数据库是否已启动。`,
      `Asked to connect to PostgreSQL at ${address}; could not (${reason}). Check address, account and password in DATABASE_URL, and that the database runs.`,
    ),
    { address, reason },
    cause,
  );
};

/**
 * PostgreSQL answers, but its release lacks what the service needs.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const tooOld = (url: string, found: string): StoreFailure => {
  const address = addressOf(url);
  return new StoreFailure(
    'DATABASE_TOO_OLD',
    bilingual(
      `要求使用 PostgreSQL 15 或更高版本；${address} 的版本是 ${found}。请升级该数据库，或改用另一个 DATABASE_URL。`,
      `Asked for PostgreSQL 15 or newer; ${address} is ${found}. Upgrade it, or use another DATABASE_URL.`,
    ),
    { address, found },
  );
};

/**
 * SQLSTATE classes that mean broken files: 58 (system error), XX (internal error, corrupted data or index).
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const isDamage = (error: unknown): boolean => /^(58|XX)/.test((error as { code?: string }).code ?? '');

/**
 * SQLSTATE classes and system codes of a connection that broke or could not be made: 08 (connection), 57P (shutdown, crash, start-up), 25P03 and 25P04 (idle or
 * open for too long), 53300 (too many connections).
 */
const LOST_CODE = /^(08...|57P0.|25P0[34]|53300|ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What pg says without a code. */
const LOST_WORDS = /^(Connection terminated|Client was closed|Client has encountered a connection error|the embedded database has ended)/;

/**
 * Whether the database went away, so that nobody knows whether what was asked has been done. TypeORM releases the runner of a connection that breaks between two
 * statements.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const isConnectionLost = (error: unknown): boolean => {
  const { code = '', message = '', name = '' } = error as { code?: string; message?: string; name?: string };
  return LOST_CODE.test(code) || LOST_WORDS.test(message) || name === 'QueryRunnerAlreadyReleasedError';
};

/** Whether no connection of the pool became free in time: nothing was begun. pg-pool gives no code. Source: our design, docs/decisions/0011-places-ledger.md */
export const isPoolExhausted = (error: unknown): boolean =>
  (error as { message?: string }).message === 'timeout exceeded when trying to connect';
