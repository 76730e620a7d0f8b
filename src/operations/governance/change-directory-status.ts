import { z } from 'zod';
import { bodyIn } from '../../policy/directory.js';
import { expects, nameText, optional } from '../../policy/input.js';
import { occupationOf } from '../../policy/occupations.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { directoryInput } from './directory-input.js';
import { propose } from './propose.js';

const input = directoryInput.extend({
  occupation: optional(nameText),
  status: z.enum(['LISTED', 'SUSPENDED', 'REMOVED'], {
    error: expects('应为 LISTED（在目录）、SUSPENDED（暂停）或 REMOVED（移出）', 'LISTED, SUSPENDED or REMOVED'),
  }),
});

/**
 * Proposes to suspend, remove or list again a body of a directory from a day on, as a whole or for one occupation. New runs of later days are then refused;
 * lawful older ones keep the state of their own day. Throws UNKNOWN_INSTITUTION, UNKNOWN_OCCUPATION.
 * Source: 辽人社发〔2023〕36号, 五(一)
 */
export const changeDirectoryStatus: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'changeDirectoryStatus',
  input,
  run: async (act, { directory, body, occupation, status, validFrom, documentNumber }) => {
    const book = act.desk.ruleBook({ on: validFrom });
    const bodyCode = bodyIn(book, directory, body, 'body').code;
    const occupationCode = occupation === null ? null : occupationOf(book, occupation, 'occupation').code;
    const payload = { kind: 'DIRECTORY_STATUS', directory, bodyCode, occupationCode, status, validFrom } as const;
    return propose(act, payload, { regionCode: null, documentNumber });
  },
};
