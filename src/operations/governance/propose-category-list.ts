import { z } from 'zod';
import { dayText, documentNumber, expects, listOf, nameText } from '../../policy/input.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { propose } from './propose.js';

const CATEGORIES_MAX = 40;
const CODE_EXPECTED = expects(
  '应为 1 至 40 个大写字母、数字和下划线组成的代码，以字母开头',
  'a code of 1 to 40 capitals, digits and underscores that begins with a letter',
);
const category = z.strictObject({
  code: z.string({ error: CODE_EXPECTED }).regex(/^[A-Z][A-Z0-9_]{0,39}$/u, CODE_EXPECTED),
  nameZh: nameText,
  nameEn: nameText,
});
const input = z.strictObject({ categories: listOf(category, CATEGORIES_MAX), validFrom: dayText, documentNumber });

/**
 * Proposes the confirmed categories of trainees entitled to the subsidy, from a day on and in the place of all that stood before. Throws RULE_NOT_IN_FORCE for a
 * day before the notice.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q01
 */
export const proposeCategoryList: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'proposeCategoryList',
  input,
  run: async (act, { categories, validFrom, documentNumber: document }) =>
    propose(act, { kind: 'CATEGORY_LIST', categories, validFrom }, { regionCode: null, documentNumber: document }),
};
