import { EntitySchema } from 'typeorm';

import type { OpenQuestion } from '../../policy/rule-archive.js';

/** An open question is stored as it is; the reading in use is a dated setting of its own. */
export const openQuestionRow = new EntitySchema<OpenQuestion>({
  name: 'open_question',
  columns: {
    id: { type: 'text', primary: true },
    key: { type: 'text' },
    group: { type: 'text' },
    question: { type: 'jsonb' },
    norms: { type: 'jsonb' },
    readings: { type: 'jsonb' },
    defaultReading: { type: 'text', name: 'default_reading' },
    reason: { type: 'jsonb' },
    settledBy: { type: 'jsonb', name: 'settled_by' },
    status: { type: 'text' },
  },
});
