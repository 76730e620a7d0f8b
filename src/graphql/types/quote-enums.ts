import type { QuoteStatus } from '../../operations/quotes/verify-quote.js';
import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import { publishedEnum } from './enums.js';

/** How the state of a quote reads. */
export const QUOTE_STATUS_TEXTS: Readonly<Record<QuoteStatus, Bilingual>> = {
  VALID: bilingual('真实且仍在有效期内', 'Genuine, and it still holds'),
  EXPIRED: bilingual('真实，但已过有效期；请另行申请报价', 'Genuine, but it has expired; ask for a new quote'),
  FORGED: bilingual('签名与内容不符，内容不可信', 'The signature does not fit; nothing in it can be believed'),
  UNKNOWN_KEY: bilingual('签名密钥不是本服务的，无法核对', 'Signed with a key that is not of this service; it cannot be verified'),
  NOT_A_QUOTE: bilingual('不是本服务的报价；请检查复制是否完整', 'Not a quote of this service; check that it was copied whole'),
};

export const QuoteStatusEnum = publishedEnum(
  'QuoteStatus',
  '报价核对的结果',
  'What a quote turns out to be',
  Object.fromEntries(Object.entries(QUOTE_STATUS_TEXTS).map(([code, { zh, en }]) => [code, [zh, en]])) as unknown as Record<
    QuoteStatus,
    readonly [string, string]
  >,
);

export const QuoteComparisonStatusEnum = publishedEnum(
  'QuoteComparisonStatus',
  '与报价是否相同',
  'Whether something is the same as a quote',
  {
    SAME: ['与报价相同', 'The same as the quote'],
    DIFFERENT: ['与报价不同', 'Different from the quote'],
  },
);

export const QuoteCauseEnum = publishedEnum('QuoteCause', '与报价不同的原因', 'Why something differs from a quote', {
  OCCUPATION_OR_LEVEL_CHANGED: ['职业或等级不同', 'Another occupation or level'],
  HEADS_CHANGED: ['人数不同', 'Another number of heads'],
  HOURS_CHANGED: ['每人补贴学时不同', 'Other payable hours of a trainee'],
  RATE_CHANGED: ['每学时标准不同', 'Another hourly rate'],
  ROUNDING_CHANGED: ['取整或计算口径不同', 'Another rounding or way of computing'],
  DECISION_CHANGED: ['判定不同', 'Another decision'],
  LINE_MISSING: ['报价有、现在没有的行', 'A line of the quote that is not there now'],
  LINE_NEW: ['报价没有的行', 'A line that the quote lacks'],
});
