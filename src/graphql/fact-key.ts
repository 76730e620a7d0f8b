import { bilingual } from '../policy/bilingual.js';
import { parseNodeId } from '../policy/node-id.js';
import { badInput } from './bad-input.js';

const EXPECTED = bilingual('应为本服务给出的该类对象的 id', 'an id of such an object, as this service gave it');

/** What the store calls the fact of an opaque id. Throws BAD_USER_INPUT for an id of something else. */
export function factKey(typeName: string, field: string, id: string): string {
  const parsed = parseNodeId(id);
  if (parsed?.typeName === typeName && /^[12]\d{12}$/u.test(parsed.key)) return parsed.key;
  throw badInput(field, EXPECTED, id);
}
