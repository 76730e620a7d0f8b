import { z } from 'zod';
import { exact } from '../money/exact.js';
import { exceedsShare, hourUnits, shareOf } from '../money/hour-units.js';
import { totalHours as hoursOfSessions } from '../money/hours.js';
import { sharePercent } from '../money/percent.js';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { dayText, expects, hoursText, listOf, optional, wholeNumber } from './input.js';
import type { Hold } from './reasons.js';
import { rememberedPerBook } from './remembered.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';

const MAX_SESSIONS = 10_000;
export const sessions = listOf(z.strictObject({ count: wholeNumber(1, MAX_SESSIONS), hours: hoursText })).refine(
  (list) => hoursText.safeParse(hoursOfSessions(list)).success,
  { error: expects('各次学时合计过大', 'sessions whose hours together stay below a thousand million'), abort: true },
);

const onlineOf = (input: { onlineHours: string | null; onlineSessions: { count: number; hours: string }[] | null }): string =>
  input.onlineSessions === null ? (input.onlineHours ?? '0') : hoursOfSessions(input.onlineSessions);

const keepsWithin = (input: Parameters<typeof onlineOf>[0] & { totalHours: string }): boolean =>
  exact(onlineOf(input)).lessThanOrEqualTo(exact(input.totalHours));
const ONLINE_WITHIN_TOTAL = expects('线上学时合计不得大于总学时', 'online hours together not above total hours');

const onlineShareInput = z
  .strictObject({ on: optional(dayText), onlineHours: optional(hoursText), onlineSessions: optional(sessions), totalHours: hoursText })
  .refine(({ onlineHours, onlineSessions }) => (onlineHours === null) !== (onlineSessions === null), {
    path: ['onlineHours'],
    error: expects('onlineHours 与 onlineSessions 应只填一项', 'exactly one of onlineHours and onlineSessions'),
  })
  .refine(({ totalHours }) => hourUnits(totalHours) > 0, { path: ['totalHours'], error: expects('总学时应大于 0', 'total hours above 0') })
  .refine((input) => input.onlineHours === null || keepsWithin(input), { path: ['onlineHours'], error: ONLINE_WITHIN_TOTAL })
  .refine((input) => input.onlineSessions === null || keepsWithin(input), { path: ['onlineSessions'], error: ONLINE_WITHIN_TOTAL });
export type OnlineShareInput = z.infer<typeof onlineShareInput>;

export interface OnlineShare {
  readonly onlineHours: string;
  readonly totalHours: string;
  /** two decimals, for display: the decision compares exactly */
  readonly sharePercent: string;
  readonly status: 'OK' | Extract<Hold, 'HOLD_ONLINE_SHARE'>;
}

/**
 * Whether the online hours keep within the printed share of all delivered hours; exactly the share is allowed, more is a hold and no refusal.
 * Source: 辽人社发〔2023〕36号, 四(一)
 */
export const onlineShare: Rule<OnlineShareInput, OnlineShare> = {
  name: 'onlineShare',
  version: '1',
  input: onlineShareInput,
  regionOf: () => null,
  decide(book, input) {
    const online = onlineOf(input);
    const outcome: OnlineShare = {
      onlineHours: online,
      totalHours: input.totalHours,
      sharePercent: sharePercent(exact(online), exact(input.totalHours)),
      status: exceedsOnlineShare(book, online, input.totalHours) ? 'HOLD_ONLINE_SHARE' : 'OK',
    };
    const explanation = step({
      label: bilingual('线上学时占比', 'Share of online hours'),
      rule: ruleVersion(onlineShare),
      operands: [
        operand(bilingual('线上学时', 'Online hours'), online, 'HOURS'),
        operand(bilingual('总学时', 'Total hours'), input.totalHours, 'HOURS'),
      ],
      result: `${outcome.status} ${outcome.sharePercent}`,
      unit: 'DECISION',
      rounding: 'HALF_UP_TO_HUNDREDTH',
      citations: [book.figure('ONLINE_SHARE_MAX', 'ALL').citation],
    });
    return { outcome, explanation };
  },
};

const onlineShareMax = rememberedPerBook((book: RuleBook) => shareOf(book.figure('ONLINE_SHARE_MAX', 'ALL').value ?? ''));

/**
 * Whether online hours are more than the printed share of all hours, compared exactly and never on a rounded percentage; exactly the share is allowed.
 * Source: 辽人社发〔2023〕36号, 四(一)
 */
export const exceedsOnlineShare = (book: RuleBook, onlineHours: string, totalHours: string): boolean =>
  exceedsShare(hourUnits(onlineHours), hourUnits(totalHours), onlineShareMax(book));
