import { asked, scenarioOperation } from '../scenario-operation.js';
import { fileWord } from '../words.js';

/** The periods that scenario files name, by the code of their deadline. */
const DEADLINES: Readonly<Record<string, string>> = { BAN_2Y: 'D-TB-BAN', TERM_3Y: 'D-TB-TERM', FILE_1M: 'D-TB-CHANGE' };

/** The operations on working days and periods. */
export const CALENDAR_OPERATIONS = {
  workdays: scenarioOperation<{ workingDays: { lastDay: string } }>({
    query: asked('workingDays', 'WorkingDaysInput', 'lastDay'),
    variables: (input) => ({
      input: { from: input['from'], days: input['days'], daysOff: input['holidays'], makeUpWorkdays: input['extraWorkdays'] },
    }),
    answer: ({ workingDays: { lastDay } }) => ({ lastDay }),
  }),
  date: scenarioOperation<{ deadline: { lastDay: string; firstDayAfter: string; filings: string[] } }>({
    query: asked('deadline', 'DeadlineInput', 'lastDay firstDayAfter filings'),
    variables: (input, on) => ({ input: { on, code: DEADLINES[String(input['kind'])] ?? input['kind'], from: input['from'] } }),
    answer: ({ deadline: { lastDay, firstDayAfter, filings } }) => ({
      lastDay,
      mayApplyFrom: firstDayAfter,
      filings: filings.map(fileWord),
    }),
  }),
};
