import { z } from 'zod';
import { dayText, documentNumber, nameText, optional } from '../../policy/input.js';
import { openQuestionOf } from '../../policy/open-questions.js';
import { regionOf } from '../../policy/regions.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { requireRegion, requireProvince } from '../acting/require-reach.js';
import { propose } from './propose.js';

const input = z.strictObject({
  question: nameText,
  reading: nameText,
  region: optional(nameText),
  validFrom: dayText,
  validTo: optional(dayText),
  documentNumber,
});

/**
 * Proposes a reading of an open question from a day on, for the province or for one region; what was read before goes on holding before that day. Throws
 * UNKNOWN_OPEN_QUESTION, UNKNOWN_READING, READING_NOT_COMPUTED, UNKNOWN_REGION, FORBIDDEN.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const proposeReading: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'proposeReading',
  input,
  run: async (act, { question, reading, region, validFrom, validTo, documentNumber: document }) => {
    const book = act.desk.ruleBook({ on: validFrom });
    const regionCode = region === null ? null : requireRegion(act.reach, regionOf(book, region, 'region').code, 'region');
    if (regionCode === null) requireProvince(act.reach, 'region');
    const { key } = openQuestionOf(book, question, 'question');
    return propose(act, { kind: 'READING', key, reading, regionCode, validFrom, validTo }, { regionCode, documentNumber: document });
  },
};
