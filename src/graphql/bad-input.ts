import { type Bilingual, bilingual } from '../policy/bilingual.js';
import { Failure } from '../policy/failure.js';
import { shown } from '../policy/input.js';

/** The failure of an argument that no rule gets to see: which field, what was expected, what was found and what to do. */
export const badInput = (field: string, expected: Bilingual, found: unknown): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${field}：${expected.zh}；收到的是 ${shown(found)}。请改正后重试。`,
      `${field}: expected ${expected.en}; found ${shown(found)}. Correct it and ask again.`,
    ),
    field,
  );
