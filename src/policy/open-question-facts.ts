import { z } from 'zod';
import {
  countOrNone,
  dayText,
  decimalText,
  headCount,
  hoursText,
  levelCode,
  nameText,
  optional,
  percentText,
  wholeNumber,
  yuanText,
} from './input.js';

const MAX_YEARS = 100;
/** The facts that an open question may be priced on; which ones it needs depends on the question. */
export const effectInput = z.strictObject({
  on: optional(dayText),
  question: nameText,
  region: optional(nameText),
  occupation: optional(nameText),
  level: optional(levelCode),
  headCount: optional(headCount),
  certifiedHours: optional(hoursText),
  onlineHours: optional(hoursText),
  overridePercent: optional(percentText),
  specialAccountSurplus: optional(yuanText),
  payout: optional(yuanText),
  institutionRegion: optional(nameText),
  paidTrainees: optional(headCount),
  affectedTrainees: optional(headCount),
  usedPlaces: optional(countOrNone),
  item: optional(nameText),
  persons: optional(countOrNone),
  years: optional(wholeNumber(0, MAX_YEARS)),
  months: optional(decimalText),
  approvedRate: optional(yuanText),
});
export type OpenQuestionEffectInput = z.infer<typeof effectInput>;
