import { estimateBody, headsOf, REQUEST_HEADERS } from '../estimate-request.js';
import type { Exchange } from './connection.js';
import type { LoadOrder, LoadQuestion } from './load-order.js';

/** Gives the exchanges of an order one after the other; `n` counts them over all orders of a process, so that none repeats those of another. */
export function exchangesOf(order: LoadOrder): (n: number) => Exchange {
  const { question } = order;
  if (question.kind === 'ESTIMATE') return estimateExchanges(order, question);
  const exchange = {
    request: requestHead(order, question.headers, Buffer.byteLength(question.body)) + question.body,
    answerStart: Buffer.from(question.answer),
  };
  return () => exchange;
}

function estimateExchanges(order: LoadOrder, { expected }: LoadQuestion & { readonly kind: 'ESTIMATE' }): (n: number) => Exchange {
  const head = requestHead(order, REQUEST_HEADERS, Buffer.byteLength(estimateBody(headsOf(0))));
  return (n) => {
    const heads = headsOf(n);
    const total = expected.base + heads.first * expected.first + heads.second * expected.second;
    return { request: head + estimateBody(heads), answerStart: Buffer.from(`{"data":{"subsidyEstimate":{"amount":"${yuanText(total)}"`) };
  };
}

function requestHead({ host, port, path }: LoadOrder, headers: Readonly<Record<string, string>>, length: number): string {
  const lines = Object.entries({ host: `${host}:${port}`, connection: 'keep-alive', ...headers, 'content-length': length });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

function yuanText(fen: number): string {
  const digits = `${fen}`.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
