import { median, percentile } from '../median.js';
import { type Exchange, runConnection } from './connection.js';
import { exchangesOf } from './exchanges.js';
import type { LoadOrder, LoadReport } from './load-order.js';

/** A program that takes one order after another from its parent and reports on each; it ends with its parent. */
process.on('message', (order: LoadOrder) => {
  load(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ requests: 0, seconds: 0, medianMs: 0, p99Ms: 0, wrong: String(error) } satisfies LoadReport),
  );
});
process.on('disconnect', () => process.exit(0));

/** Requests go on counting from one order to the next, so that no order repeats the requests of another. */
let sent = 0;

async function load(order: LoadOrder): Promise<LoadReport> {
  const { host, port, connections, seconds } = order;
  const exchangeOf = exchangesOf(order);
  const latencies: number[] = [];
  let wrong: string | null = null;
  const startedAt = performance.now();
  const next = (): Exchange | null => {
    if (performance.now() - startedAt > seconds * 1000) return null;
    sent += 1;
    return exchangeOf(sent - 1);
  };
  const onAnswer = (milliseconds: number): void => void latencies.push(milliseconds);
  const onWrong = (answer: string): void => {
    wrong ??= answer;
  };
  await Promise.all(Array.from({ length: connections }, () => runConnection(host, port, { next, onAnswer, onWrong })));
  const took = (performance.now() - startedAt) / 1000;
  return { requests: latencies.length, seconds: took, medianMs: median(latencies), p99Ms: percentile(latencies, 0.99), wrong };
}
