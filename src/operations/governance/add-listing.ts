import { z } from 'zod';
import { bodyIn, type DirectoryKind } from '../../policy/directory.js';
import { expects, nameText, optional } from '../../policy/input.js';
import { occupationOf } from '../../policy/occupations.js';
import { regionOf } from '../../policy/regions.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { directoryInput } from './directory-input.js';
import { propose } from './propose.js';

const PREFIXES: Readonly<Record<DirectoryKind, string>> = { TRAINING: 'TI-', ASSESSMENT: 'EI-' };
const CODE_EXPECTED = expects(
  '应为 TI-（培训机构）或 EI-（评价机构）加 2 至 20 个大写字母或数字',
  'TI- for a training institution or EI- for an assessment body, then 2 to 20 capitals or digits',
);

const newBody = z.strictObject({
  code: z.string({ error: CODE_EXPECTED }).regex(/^(TI|EI)-[A-Z0-9]{2,20}$/u, CODE_EXPECTED),
  nameEn: nameText,
  homeRegion: optional(nameText),
});
const input = directoryInput
  .extend({ occupation: nameText, newBody: optional(newBody) })
  .refine(({ directory, newBody: body }) => body === null || body.code.startsWith(PREFIXES[directory]), {
    path: ['newBody', 'code'],
    error: CODE_EXPECTED,
  });

/**
 * Proposes a listing of a body for one more occupation from a day on; with `newBody` the body itself comes into the directory under the full name in `body`.
 * Throws UNKNOWN_INSTITUTION, UNKNOWN_OCCUPATION, UNKNOWN_REGION.
 * Source: 辽人社发〔2023〕36号, 四(一)1, 六(一), 附件1, 附件6
 */
export const addListing: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'addListing',
  input,
  run: async (act, asked) => {
    const { directory, body, validFrom, documentNumber } = asked;
    const book = act.desk.ruleBook({ on: validFrom });
    const occupationCode = occupationOf(book, asked.occupation, 'occupation').code;
    const bodyCode = asked.newBody?.code ?? bodyIn(book, directory, body, 'body').code;
    const payload = {
      kind: 'LISTING',
      directory,
      bodyCode,
      newBody: bodyOf(book, body, asked.newBody),
      occupationCode,
      validFrom,
    } as const;
    return propose(act, payload, { regionCode: null, documentNumber });
  },
};

function bodyOf(book: RuleBook, nameZh: string, body: z.infer<typeof newBody> | null) {
  if (body === null) return null;
  const homeRegionCode = body.homeRegion === null ? null : regionOf(book, body.homeRegion, 'newBody.homeRegion').code;
  return { nameZh, nameEn: body.nameEn, homeRegionCode };
}
