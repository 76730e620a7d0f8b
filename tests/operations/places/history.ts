import type { EntityManager } from 'typeorm';
import type { Refusal } from '../../../src/policy/refusals/refusal.js';

/** One act as its client saw it: between which moments it was under way, and what came of it. */
export interface Call {
  readonly name: string;
  /** what its entry in the log names it by */
  readonly hash: string;
  readonly invokedAt: number;
  readonly respondedAt: number;
  readonly done: unknown;
  readonly refusals: readonly Refusal[];
}

/** All acts of one round. A moment is the number of things that happened before. */
export class History {
  readonly calls: Call[] = [];
  private moment = 0;

  tick(): number {
    this.moment += 1;
    return this.moment;
  }
}

/** An act that moved places, in the order in which the region's accounts were locked; by how much it changed what is given and what is taken. */
interface Step {
  readonly hash: string;
  readonly kind: string;
  readonly given: number;
  readonly taken: number;
}

/** Transfers get their ids under the locks of their accounts: of one region they stand in the order in which they happened. */
const STEPS = `SELECT convert_from(entry.bytes, 'UTF8')::jsonb->>'idempotencyHash' AS hash, entry.kind,
    COALESCE(sum(transfer.amount) FILTER (WHERE transfer.kind = 'DIRECT'), 0)::int AS given,
    COALESCE(sum(CASE transfer.kind WHEN 'PENDING' THEN transfer.amount WHEN 'VOID' THEN -transfer.amount WHEN 'EXPIRE' THEN -transfer.amount END), 0)::int AS taken
  FROM transfer JOIN audit_entry AS entry ON entry.id = transfer.entry_id
  WHERE $1 IN (SELECT code FROM account WHERE id IN (transfer.debit_account, transfer.credit_account)) GROUP BY entry.id, entry.kind, entry.bytes
  ORDER BY min(transfer.id)`;

/**
 * Why a history cannot be explained by doing its acts one after the other, a sentence each: an act of the ledger that nobody was told of, an order against real time,
 * a cap that was passed, an approval that took another number of places than it said, or a shortage that never was.
 */
export async function historyProblems(manager: EntityManager, { calls }: History, quotaAccount: string): Promise<readonly string[]> {
  const steps = await manager.query<Step[]>(STEPS, [quotaAccount]);
  const byHash = new Map(calls.map((call) => [call.hash, call]));
  const told = steps.map(({ hash }) => byHash.get(hash));
  return [
    ...steps.flatMap(({ hash, kind }, index) => (told[index]?.done ? [] : [`${kind} ${hash} moved places, but was not acknowledged`])),
    ...orderProblems(told),
    ...capProblems(steps),
    ...steps.flatMap((step, index) => approvalProblems(step, told[index])),
    ...calls.flatMap((call) => shortageProblems(call, steps, told)),
  ];
}

/** Whoever was answered before another one asked stands before that one. */
function orderProblems(told: readonly (Call | undefined)[]): string[] {
  let earliestAnswer = Number.POSITIVE_INFINITY;
  return [...told].reverse().flatMap((call) => {
    if (call === undefined) return [];
    const wrong =
      earliestAnswer < call.invokedAt ? [`${call.name} was asked at ${call.invokedAt}, after an answer to what follows it`] : [];
    earliestAnswer = Math.min(earliestAnswer, call.respondedAt);
    return wrong;
  });
}

/** How many places are free before the first step and after each. */
function freeAfter(steps: readonly Step[]): number[] {
  let free = 0;
  return [0, ...steps.map(({ given, taken }) => (free += given - taken))];
}

const capProblems = (steps: readonly Step[]): string[] =>
  freeAfter(steps).flatMap((free, index) => (free < 0 ? [`${-free} places too many after step ${index}`] : []));

function approvalProblems({ kind, taken }: Step, call: Call | undefined): string[] {
  if (kind !== 'approveCourseRun' || call === undefined) return [];
  const { places } = call.done as { readonly places: number };
  return places === taken ? [] : [`an approval of ${places} places took ${taken}`];
}

/** A shortage must have been there, with as many places as it told of, at some moment between question and answer. */
function shortageProblems(
  { name, invokedAt, respondedAt, refusals }: Call,
  steps: readonly Step[],
  told: readonly (Call | undefined)[],
): string[] {
  const shortage = refusals.find(({ code }) => code === 'PLACES_SHORT');
  if (shortage === undefined || !['approveCourseRun', 'enrolTrainee'].includes(name)) return [];
  const { asked, available } = shortage.facts as { readonly asked: number; readonly available: number };
  const from = told.findLastIndex((call) => call !== undefined && call.respondedAt < invokedAt) + 1;
  const firstAfter = told.findIndex((call) => call !== undefined && call.invokedAt > respondedAt);
  const possible = freeAfter(steps).slice(from, firstAfter < 0 ? steps.length + 1 : firstAfter + 1);
  if (asked > available && possible.includes(available)) return [];
  return [`${name} was refused: ${asked} asked, ${available} free; there were ${possible.join(', ')}`];
}
