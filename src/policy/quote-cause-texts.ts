import { type Bilingual, bilingual } from './bilingual.js';
import { LEVEL_NAMES } from './occupations.js';
import type { QuoteCause, QuoteCauseCode } from './quote-comparison.js';

type Words = readonly [zh: string, en: string];

/** How a cause reads behind its occupation and level; `{before}` and `{after}` stand for what it was and is. */
const WORDS: Readonly<Record<QuoteCauseCode, Words>> = {
  OCCUPATION_OR_LEVEL_CHANGED: ['职业或等级由 {before} 变为 {after}', 'occupation or level was {before}, is {after}'],
  HEADS_CHANGED: ['人数由 {before} 变为 {after}', 'heads were {before}, are {after}'],
  HOURS_CHANGED: ['每人补贴学时由 {before} 变为 {after}', 'payable hours of a trainee were {before}, are {after}'],
  RATE_CHANGED: ['每学时标准由 {before} 元变为 {after} 元', 'the hourly rate was {before} CNY, is {after} CNY'],
  ROUNDING_CHANGED: [
    '取整或计算口径变化，金额由 {before} 元变为 {after} 元',
    'another rounding or way of computing: {before} CNY became {after} CNY',
  ],
  DECISION_CHANGED: ['判定由 {before} 变为 {after}', 'the decision was {before}, is {after}'],
  LINE_MISSING: ['报价有此行（{before} 元），现在没有', 'the quote has this line ({before} CNY); now there is none'],
  LINE_NEW: ['报价没有此行，现在有（{after} 元）', 'the quote lacks this line; now there is one ({after} CNY)'],
};

const filled = (template: string, before: string | null, after: string | null): string =>
  template.replaceAll('{before}', before ?? '').replaceAll('{after}', after ?? '');

/** A cause in words, with the amount that it explains. Source: our design, docs/decisions/0021-quotes.md */
export function causeText({ code, occupation, level, before, after, amount }: Omit<QuoteCause, 'text'>): Bilingual {
  const [zh, en] = WORDS[code];
  const name = LEVEL_NAMES[level];
  return bilingual(
    `${occupation} ${name.zh}：${filled(zh, before, after)}，相差 ${amount} 元`,
    `${occupation}, ${name.en}: ${filled(en, before, after)}; difference ${amount} CNY`,
  );
}
