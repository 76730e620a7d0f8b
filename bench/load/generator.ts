import { estimateBody, headsOf, REQUEST_HEADERS } from '../estimate-request.js';
import { median, percentile } from '../median.js';
import { type Exchange, runConnection } from './connection.js';
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

async function load({ host, port, path, connections, seconds, expected }: LoadOrder): Promise<LoadReport> {
  const headers = Object.entries({ host: `${host}:${port}`, connection: 'keep-alive', ...REQUEST_HEADERS }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = `POST ${path} HTTP/1.1\r\n${headers.join('')}content-length: ${Buffer.byteLength(estimateBody(headsOf(0)))}\r\n\r\n`;
  const latencies: number[] = [];
  let wrong: string | null = null;
  const startedAt = performance.now();
  const next = (): Exchange | null => {
    if (performance.now() - startedAt > seconds * 1000) return null;
    const heads = headsOf(sent);
    sent += 1;
    const total = expected.base + heads.first * expected.first + heads.second * expected.second;
    return { request: head + estimateBody(heads), answerStart: Buffer.from(`{"data":{"subsidyEstimate":{"amount":"${yuanText(total)}"`) };
  };
  const onAnswer = (milliseconds: number): void => void latencies.push(milliseconds);
  const onWrong = (answer: string): void => {
    wrong ??= answer;
  };
  await Promise.all(Array.from({ length: connections }, () => runConnection(host, port, { next, onAnswer, onWrong })));
  const took = (performance.now() - startedAt) / 1000;
  return { requests: latencies.length, seconds: took, medianMs: median(latencies), p99Ms: percentile(latencies, 0.99), wrong };
}

function yuanText(fen: number): string {
  const digits = `${fen}`.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
