import { z } from 'zod';
import { countOrNone, dayText, decimalText, expects, flag, listOf, MAX_LIST, nameText, optional, wholeNumber, yuanText } from '../input.js';

const MAX_RANK = 100_000;
const MAX_YEARS = 100;
const MAX_STACK = 30;

/** The facts of a reward question. Which of them count depends on the item; a fact that is left out makes a status, not an error. */
export const rewardInput = z
  .strictObject({
    on: optional(dayText),
    /** an item such as R-3B or a group such as R-5C */
    item: optional(nameText),
    /** several items of one subject and event, to be stacked */
    items: optional(listOf(nameText, MAX_STACK)),
    /** a clause that names a reward without a figure, such as LN2023-36/6.8 */
    clause: optional(nameText),
    count: optional(countOrNone),
    conditionsMet: optional(flag),
    rank: optional(wholeNumber(1, MAX_RANK)),
    isFullTime: optional(flag),
    isInLiaoning: optional(flag),
    approvedAmount: optional(yuanText),
    approvedAmounts: optional(listOf(yuanText, MAX_LIST, 0)),
    approvedRate: optional(yuanText),
    persons: optional(countOrNone),
    years: optional(wholeNumber(0, MAX_YEARS)),
    months: optional(decimalText.regex(/^\d/, expects('应为不小于 0 的月数', 'months, not negative'))),
    technicians: optional(countOrNone),
    seniorTechnicians: optional(countOrNone),
    seniorWorkers: optional(countOrNone),
    researchAmount: optional(yuanText),
    rewardAmount: optional(yuanText),
    approvedOn: optional(dayText),
    recognisedOn: optional(dayText),
    isFirstTranchePaid: optional(flag),
    isRecogniserProvincialOrAbove: optional(flag),
    includesSecondTranche: optional(flag),
  })
  .refine(({ approvedOn, recognisedOn }) => approvedOn === null || recognisedOn === null || approvedOn <= recognisedOn, {
    path: ['recognisedOn'],
    error: expects('认定日期不得早于批准日期', 'a day not before approvedOn'),
  });
export type RewardFacts = z.infer<typeof rewardInput>;
