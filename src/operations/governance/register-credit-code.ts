import { z } from 'zod';
import { bodyIn } from '../../policy/directory.js';
import { expects } from '../../policy/input.js';
import { checkedSocialCreditCode } from '../../policy/social-credit-code.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { requireProvince, requireRegion } from '../acting/require-reach.js';
import { directoryInput } from './directory-input.js';
import { propose } from './propose.js';

const CODE_EXPECTED = expects('应为 18 位统一社会信用代码', 'a unified social credit code of 18 characters');
const input = directoryInput.extend({ creditCode: z.string({ error: CODE_EXPECTED }).max(40, CODE_EXPECTED) });

/**
 * Proposes the unified social credit code of a listed body. A body without a known home region is the province's to register. Throws UNKNOWN_INSTITUTION,
 * SOCIAL_CREDIT_CODE_INVALID, FORBIDDEN.
 * Source: GB 32100-2015
 */
export const registerCreditCode: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'registerCreditCode',
  input,
  run: async (act, { directory, body, creditCode, validFrom, documentNumber }) => {
    const { code: bodyCode, homeRegionCode } = bodyIn(act.desk.ruleBook({ on: validFrom }), directory, body, 'body');
    if (homeRegionCode === null) requireProvince(act.reach, 'body');
    else requireRegion(act.reach, homeRegionCode, 'body');
    const checked = checkedSocialCreditCode(creditCode, 'creditCode');
    const payload = { kind: 'CREDIT_CODE', directory, bodyCode, creditCode: checked, validFrom } as const;
    return propose(act, payload, { regionCode: homeRegionCode, documentNumber });
  },
};
