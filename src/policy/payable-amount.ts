import { type Exact, exact, greater, lesser, ZERO } from '../money/exact.js';
import { hourUnits } from '../money/hour-units.js';
import { formatHours } from '../money/hours.js';
import { percentOf } from '../money/percent.js';
import { cutToFen, formatYuan, roundToFen } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { operand, type Rounding, type Step, step } from './explanation.js';
import { LEVEL_NAMES } from './occupations.js';
import { rememberedPerBook } from './remembered.js';
import { ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import type { TariffCell } from './tariff.js';
import { type ReadingCode, readingOf } from './readings.js';

/** The readings of the open questions that decide an amount: Q08, Q12, Q13. */
export interface AmountReadings {
  readonly payableHours: ReadingCode<'amount.payableHours'>;
  readonly onlineHoursRate: ReadingCode<'amount.onlineHoursRate'>;
  readonly rounding: ReadingCode<'amount.rounding'>;
}

/** What is known of the hours of a line; null where nothing was reported, which counts as the required hours, all offline. */
export interface LineFacts {
  readonly headCount: number;
  readonly certifiedHours: string | null;
  readonly onlineHours: string | null;
  /** a regional percentage on top of the amount, for what-if questions */
  readonly overridePercent?: string | null;
}

export interface LineAmount {
  readonly perTrainee: Exact;
  readonly amount: Exact;
  readonly step: Step;
}

/** The readings in force. Source: open questions Q08, Q12, Q13 */
export const amountReadings = rememberedPerBook(
  (book: RuleBook): AmountReadings => ({
    payableHours: readingOf(book, 'amount.payableHours'),
    onlineHoursRate: readingOf(book, 'amount.onlineHoursRate'),
    rounding: readingOf(book, 'amount.rounding'),
  }),
);

/**
 * Whether reported hours fall short in a way that refuses the subsidy: below the required hours, where those are what is paid. Hours not reported never do.
 * Source: 辽人社发〔2023〕36号, 附件3, 附件5; Q08
 */
export const fallsShort = (cell: TariffCell, hours: string | null, readings: AmountReadings): boolean =>
  hours !== null && readings.payableHours === 'REQUIRED_HOURS' && hourUnits(hours) < cell.requiredHourUnits;

/**
 * What a line of heads of one occupation and level is worth: payable hours x hourly rate, rounded once, x heads.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export function lineAmount(cell: TariffCell, facts: LineFacts, readings: AmountReadings): LineAmount {
  const hours = payableHours(cell, facts, readings);
  const rate = cell.hourlyRate.value ?? '';
  const plain = hours.times(exact(rate));
  const gross = facts.overridePercent ? plain.plus(percentOf(plain, exact(facts.overridePercent))) : plain;
  const heads = exact(facts.headCount);
  const cut = readings.rounding === 'PER_TRAINEE_DOWN';
  const perTrainee = cut ? cutToFen(gross) : roundToFen(gross);
  const amount = readings.rounding === 'PER_LINE_HALF_UP' ? roundToFen(gross.times(heads)) : perTrainee.times(heads);
  const rounding: Rounding = gross.decimalPlaces() <= 2 ? 'NONE' : cut ? 'DOWN_TO_FEN' : 'HALF_UP_TO_FEN';
  return { perTrainee, amount, step: lineStep(cell, facts, { hours, rate, perTrainee, amount, rounding }) };
}

function payableHours(cell: TariffCell, facts: LineFacts, readings: AmountReadings): Exact {
  const required = exact(cell.requiredHours.value ?? '');
  const certified = facts.certifiedHours === null ? required : exact(facts.certifiedHours);
  const counted =
    readings.payableHours === 'CERTIFIED_HOURS'
      ? certified
      : readings.payableHours === 'MIN_CERTIFIED_REQUIRED'
        ? lesser(certified, required)
        : required;
  const online = readings.onlineHoursRate === 'OFFLINE_HOURS_ONLY' && facts.onlineHours !== null ? exact(facts.onlineHours) : ZERO;
  return greater(counted.minus(online), ZERO);
}

/** The rule inside the rules that price trainees: it has a version of its own in their steps. */
const RULE = ruleVersion({ name: 'perTraineeAmount', version: '1' });
const PER_TRAINEE = bilingual('每人补贴', 'Subsidy per trainee');
const HOURS = bilingual('补贴学时', 'Payable hours');
const RATE = bilingual('每学时标准', 'Hourly rate');
const PERCENT = bilingual('地区调整百分比', 'Regional percentage on top');
const HEADS = bilingual('人数', 'Heads');

interface Worked {
  readonly hours: Exact;
  readonly rate: string;
  readonly perTrainee: Exact;
  readonly amount: Exact;
  readonly rounding: Rounding;
}

function lineStep(cell: TariffCell, facts: LineFacts, worked: Worked): Step {
  const unitAmount = formatYuan(worked.perTrainee);
  const perTrainee = step({
    label: PER_TRAINEE,
    rule: RULE,
    operands: [
      operand(HOURS, formatHours(worked.hours), 'HOURS'),
      operand(RATE, worked.rate, 'CNY_PER_HOUR'),
      ...(facts.overridePercent ? [operand(PERCENT, facts.overridePercent, 'PERCENT')] : []),
    ],
    result: unitAmount,
    unit: 'CNY',
    rounding: worked.rounding,
    citations: [cell.requiredHours.citation, cell.hourlyRate.citation],
  });
  return step({
    label: bilingual(
      `${cell.occupation.shortZh}${LEVEL_NAMES[cell.level].zh}：人数 × 每人补贴`,
      `${cell.occupation.nameEn}, ${LEVEL_NAMES[cell.level].en}: heads x subsidy per trainee`,
    ),
    rule: RULE,
    operands: [operand(HEADS, facts.headCount, 'PERSONS'), operand(PER_TRAINEE, unitAmount, 'CNY')],
    result: formatYuan(worked.amount),
    unit: 'CNY',
    steps: [perTrainee],
  });
}
