import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { isConnectionLost, isPoolExhausted } from '../../store/database-failure.js';

/** How long a transaction may take, in milliseconds; how often one that lost against another is tried again. */
export interface TransactionLimits {
  readonly deadlineMs: number;
  readonly lockTimeoutMs: number;
}

export const TRANSACTION_LIMITS: TransactionLimits = { deadlineMs: 15_000, lockTimeoutMs: 8_000 };

const TRIES_MAX = 5;
const PAUSE_MS = 10;
const LOST_TO_ANOTHER: ReadonlySet<string> = new Set(['40001', '40P01']);
/** Another transaction inserted what this one had looked for in vain; done again, the work finds it and says so in its own words. */
const INSERTED_MEANWHILE: ReadonlySet<string> = new Set(['23505', '23P01']);
const LOCK_NOT_AVAILABLE = '55P03';
const STATEMENT_TOO_LONG = '57014';

/**
 * Does work in one transaction and gives what it gave once that is committed. Work that lost to another transaction is done again, at most five times, from a
 * clean start. Work that hangs is cut off at its deadline and undone: the only connection of the embedded database must not wait for it. Throws BUSY,
 * DEADLINE_EXCEEDED, DATABASE_UNAVAILABLE.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  limits: TransactionLimits,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(dataSource, limits, work);
    } catch (error) {
      const isLost = LOST_TO_ANOTHER.has(codeOf(error));
      if (!isLost && !INSERTED_MEANWHILE.has(codeOf(error))) throw failureOf(error, limits) ?? error;
      if (attempt === TRIES_MAX) throw isLost ? busy() : error;
      await sleep(PAUSE_MS * 2 ** attempt * (1 + Math.random()));
    }
  }
}

/** Ends a transaction that found what it had decided by changed meanwhile; the work is done again from a clean start. */
export class LostToAnother extends Error {
  readonly code = '40001';
}

async function once<Result>(
  dataSource: DataSource,
  { deadlineMs, lockTimeoutMs }: TransactionLimits,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}; SET LOCAL statement_timeout = ${deadlineMs}`);
    const result = await beforeDeadline(work(runner.manager), deadlineMs);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (error instanceof TooLate) await cutOff(runner, error);
    else await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';

/** What the caller is told of an error of the database; null where it is none of those that may happen. */
function failureOf(error: unknown, { deadlineMs }: TransactionLimits): Failure | null {
  if (error instanceof TooLate || codeOf(error) === STATEMENT_TOO_LONG) return tooLate(deadlineMs);
  if (codeOf(error) === LOCK_NOT_AVAILABLE || isPoolExhausted(error)) return busy();
  return isConnectionLost(error) ? unavailable() : null;
}

/** The deadline of a transaction has passed. */
class TooLate extends Error {}

async function beforeDeadline<Result>(work: Promise<Result>, deadlineMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate('the deadline has passed')), deadlineMs);
  });
  // Work that goes on after its deadline finds no connection; what it says then concerns nobody.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Takes the connection from work that is still under way, as if it had broken: the database undoes what was begun, and nothing that the work asks for from now on
 * is carried out. A ROLLBACK would not do: what the work asks for behind it would be done at once and for good.
 */
async function cutOff(runner: QueryRunner, reason: Error): Promise<void> {
  const connection: EventEmitter = await runner.connect();
  connection.emit('error', reason);
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and the transaction with it; the first error is the one to report.
  }
}

/** The failure of an act that others keep from its turn. */
export const busy = (): Failure =>
  new Failure(
    'BUSY',
    bilingual(
      '同一数据正被其他请求处理，没有任何改动。请用同一 idempotencyKey 稍后重试。',
      'Other requests are working on the same data; nothing was changed. Try again later with the same idempotencyKey.',
    ),
  );

const tooLate = (deadlineMs: number): Failure =>
  new Failure(
    'DEADLINE_EXCEEDED',
    bilingual(
      `处理超过 ${deadlineMs / 1000} 秒，已全部撤销。请用同一 idempotencyKey 重试。`,
      `The request took more than ${deadlineMs / 1000} s and was undone. Try again with the same idempotencyKey.`,
    ),
  );

const unavailable = (): Failure =>
  new Failure(
    'DATABASE_UNAVAILABLE',
    bilingual(
      '数据库暂时不可用，无法确定此请求是否已办理。请用同一 idempotencyKey 重试，不会重复办理。',
      'The database is unavailable for the moment; whether the request was done is not known. Send it again with the same idempotencyKey: it is not done twice.',
    ),
  );
