import { z } from 'zod';
import { DEFAULT_IDENTITY_DOCUMENT_TYPE, IDENTITY_DOCUMENT_TYPES } from '../../policy/identity-document.js';
import { dayText, expects, flag, listOf, optional } from '../../policy/input.js';
import type { EnrolmentLine } from '../../policy/training/enrolment-line.js';
import { idOf } from '../acting/fact-id.js';

/** Lines of one mutation at most: ours, not the notices'. */
const LINES_MAX = 10_000;

/** What is wrong with a text is said of its line, where it is neither shown nor stops the others. */
const text = z.string({ error: expects('应为文字', 'a text') });
const documentType = z.enum(IDENTITY_DOCUMENT_TYPES, {
  error: expects(`应为 ${IDENTITY_DOCUMENT_TYPES.join('、')} 之一`, `one of ${IDENTITY_DOCUMENT_TYPES.join(', ')}`),
});

const line = z.strictObject({
  name: text,
  documentType: documentType.nullish().transform((type) => type ?? DEFAULT_IDENTITY_DOCUMENT_TYPE),
  identityNumber: text,
  region: optional(text),
  category: optional(text),
  categoryEvidence: optional(text),
  meetsNationalStandard: flag,
});

const run = { courseRunId: idOf('CourseRun'), enrolledOn: dayText };

/** One trainee with the run. */
export const enrolmentInput = z.strictObject({ ...run, line });

const onError = z.enum(['ALL_OR_NOTHING', 'PER_LINE'], {
  error: expects('应为 ALL_OR_NOTHING 或 PER_LINE', 'ALL_OR_NOTHING or PER_LINE'),
});

/** Many trainees with the run. */
export const enrolmentsInput = z.strictObject({ ...run, onError, lines: listOf(line, LINES_MAX) });

/** A line as the audit log's digest of the input sees it: without name and number, which its root covers. */
export function withoutIdentity<Line extends EnrolmentLine>(given: Line): Omit<Line, 'name' | 'identityNumber'> {
  const { name: _name, identityNumber: _number, ...rest } = given;
  return rest;
}
