import { bilingual } from '../policy/bilingual.js';
import { parseNodeId } from '../policy/node-id.js';
import { badInput } from './bad-input.js';

const EXPECTED = bilingual('应为本服务给出的该类对象的 id', 'an id of such an object, as this service gave it');

/** The id of a fact in a filter as the store keeps it; null where none is given. Throws BAD_USER_INPUT. */
export function rowIdOf(typeName: string, field: string, id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  const parsed = parseNodeId(id);
  if (parsed?.typeName === typeName && /^[12]\d{12}$/u.test(parsed.key)) return parsed.key;
  throw badInput(field, EXPECTED, id);
}
