import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';

/** The failure of an id that leads to nothing the caller may see: what does not exist and what is another's read the same. */
export const notFound = (field: string, zh: string, en: string): Failure =>
  new Failure(
    'NOT_FOUND',
    bilingual(`${field}：没有这个${zh}，或不在您的权限范围内。`, `${field}: there is no such ${en}, or it is outside your reach.`),
    field,
  );
