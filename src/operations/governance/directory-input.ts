import { z } from 'zod';
import { dayText, documentNumber, expects, nameText } from '../../policy/input.js';

/** What every proposal about a listed body names: the directory, the body by code or full name, the first day, the document. */
export const directoryInput = z.strictObject({
  directory: z.enum(['TRAINING', 'ASSESSMENT'], {
    error: expects('应为 TRAINING（培训机构目录）或 ASSESSMENT（评价机构目录）', 'TRAINING or ASSESSMENT'),
  }),
  body: nameText,
  validFrom: dayText,
  documentNumber,
});
