import { Decimal } from 'decimal.js';
import { invariant } from '../src/money/invariant.js';
import { RuleDesk } from '../src/operations/rule-desk.js';
import { occupationOf } from '../src/policy/occupations.js';
import type { RuleBook } from '../src/policy/rule-book.js';
import { decideTrainees } from '../src/policy/trainee-batch.js';
import type { DecisionStatus } from '../src/policy/trainee-decision.js';
import type { TraineeFacts } from '../src/policy/trainee-judgement.js';
import { readSeedFiles } from '../src/store/seed-files.js';
import type { BatchOrder, BatchPass, BatchReport } from './batch.js';
import { lineMaker } from './batch-lines.js';

/** A program that takes one order from its parent: makes the lines, decides them several times, recounts the total and reports. */
process.once('message', (order: BatchOrder) => {
  process.send?.(batch(order), () => process.disconnect());
});

function batch({ lines, passes }: BatchOrder): BatchReport {
  const book = new RuleDesk(readSeedFiles(), () => new Date()).ruleBook({ on: '2026-03-02' });
  const make = lineMaker(book);
  const startedAt = performance.now();
  const trainees: TraineeFacts[] = [];
  const expected: DecisionStatus[] = [];
  for (let n = 0; n < lines; n += 1) {
    const { facts, status } = make(n);
    trainees.push(facts);
    expected.push(status);
  }
  const creationSeconds = (performance.now() - startedAt) / 1000;
  const amount = recount(book, trainees, expected);
  const done = Array.from({ length: passes }, () => pass(book, trainees, expected, amount));
  return { lines, amount, statuses: countOf(expected), creationSeconds, passes: done };
}

/** One pass over all lines, timed; what it gave is compared after the clock has stopped. */
function pass(book: RuleBook, trainees: readonly TraineeFacts[], expected: readonly DecisionStatus[], amount: string): BatchPass {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const decided = decideTrainees(book, trainees);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  invariant(decided.amount === amount, `the batch gave ${decided.amount}, the recount ${amount}`);
  decided.lines.forEach(({ status }, n) => invariant(status === expected[n], `line ${n} is ${status}, not ${expected[n]}`));
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}

/** The total by another way: required hours times hourly rate of each line that was made payable, by decimal.js in yuan. */
function recount(book: RuleBook, trainees: readonly TraineeFacts[], expected: readonly DecisionStatus[]): string {
  let total = new Decimal(0);
  trainees.forEach(({ occupation, level }, n) => {
    if (expected[n] !== 'PAYABLE') return;
    const hours = book.figure('REQUIRED_HOURS', `${occupationOf(book, occupation, 'occupation').code}/${level}`).value;
    const rate = book.figure('HOURLY_RATE', level).value;
    total = total.plus(new Decimal(hours ?? '').times(rate ?? ''));
  });
  return total.toFixed(2);
}

function countOf(statuses: readonly DecisionStatus[]): Record<DecisionStatus, number> {
  const counts = { PAYABLE: 0, HOLD: 0, NOT_PAYABLE: 0 };
  for (const status of statuses) counts[status] += 1;
  return counts;
}
