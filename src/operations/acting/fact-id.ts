import { z } from 'zod';
import { expects } from '../../policy/input.js';
import { parseNodeId } from '../../policy/node-id.js';

const EXPECTED = expects('应为本服务给出的该类对象的 id', 'an id of such an object, as this service gave it');
const FACT = /^[12]\d{3}\d{9}$/u;

/** The id of a fact in an input: opaque outside, as the store keeps it inside. */
export const idOf = (typeName: string) =>
  z.string({ error: EXPECTED }).transform((text, context) => {
    const parsed = parseNodeId(text);
    if (parsed?.typeName === typeName && FACT.test(parsed.key)) return parsed.key;
    context.addIssue({ code: 'custom', message: EXPECTED });
    return z.NEVER;
  });
