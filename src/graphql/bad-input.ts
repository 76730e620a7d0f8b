import { bilingual } from '../policy/bilingual.js';
import { Failure } from '../policy/failure.js';
import { shown } from '../policy/input.js';

/** A refused argument that no rule gets to see: which field, what was expected, what was found and what to do. */
export const badInput = (field: string, expectedZh: string, expectedEn: string, found: unknown): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${field}：应为${expectedZh}；收到的是 ${shown(found)}。请改正后重试。`,
      `${field}: expected ${expectedEn}; found ${shown(found)}. Correct it and ask again.`,
    ),
    field,
  );
