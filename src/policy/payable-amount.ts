import { type Exact, exact, greater, lesser, ZERO } from '../money/exact.js';
import { hourUnits } from '../money/hour-units.js';
import { formatHours } from '../money/hours.js';
import { type Fen, formatFen, timesFen, toFen } from '../money/fen.js';
import { percentOf } from '../money/percent.js';
import { cutToFen, roundToFen } from '../money/yuan.js';
import { type Bilingual, bilingual } from './bilingual.js';
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
  readonly perTrainee: Fen;
  readonly amount: Fen;
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
  const price = isOwnPrice(facts, readings) ? priceOf(cell, facts, readings) : standardPrice(cell, readings);
  const isRoundedByLine = readings.rounding === 'PER_LINE_HALF_UP' && price.isRounded;
  const amount = isRoundedByLine ? toFen(roundToFen(price.gross.times(exact(facts.headCount)))) : timesFen(price.fen, facts.headCount);
  return { perTrainee: price.fen, amount, step: lineStep(price, facts.headCount, amount) };
}

/** What one trainee is worth, with the step that shows it. */
interface Price {
  readonly gross: Exact;
  readonly fen: Fen;
  readonly text: string;
  readonly isRounded: boolean;
  readonly lineLabel: Bilingual;
  readonly step: Step;
}

/** Whether hours or a percentage of this line itself decide its price. */
const isOwnPrice = (facts: LineFacts, { payableHours, onlineHoursRate }: AmountReadings): boolean =>
  Boolean(facts.overridePercent) || payableHours !== 'REQUIRED_HOURS' || onlineHoursRate !== 'FULL_RATE';

const NO_FACTS: LineFacts = { headCount: 1, certifiedHours: null, onlineHours: null };
const standardPrices = new WeakMap<TariffCell, Price>();

/** The price of a cell where nothing about the line decides it: worked out once for each cell, whose rule book also fixes the readings. */
function standardPrice(cell: TariffCell, readings: AmountReadings): Price {
  const known = standardPrices.get(cell) ?? priceOf(cell, NO_FACTS, readings);
  standardPrices.set(cell, known);
  return known;
}

function priceOf(cell: TariffCell, facts: LineFacts, readings: AmountReadings): Price {
  const hours = payableHours(cell, facts, readings);
  const rate = cell.hourlyRate.value ?? '';
  const plain = hours.times(exact(rate));
  const gross = facts.overridePercent ? plain.plus(percentOf(plain, exact(facts.overridePercent))) : plain;
  const isCut = readings.rounding === 'PER_TRAINEE_DOWN';
  const fen = toFen(isCut ? cutToFen(gross) : roundToFen(gross));
  const isRounded = gross.decimalPlaces() > 2;
  const rounding: Rounding = !isRounded ? 'NONE' : isCut ? 'DOWN_TO_FEN' : 'HALF_UP_TO_FEN';
  const text = formatFen(fen);
  return { gross, fen, text, isRounded, lineLabel: lineLabel(cell), step: priceStep(cell, facts, { hours, rate, text, rounding }) };
}

/** The hours of one trainee that are paid for, as a decimal text. Source: 辽人社发〔2023〕36号, 附件5; Q08, Q12 */
export const payableHoursText = (cell: TariffCell, facts: LineFacts, readings: AmountReadings): string =>
  formatHours(payableHours(cell, facts, readings));

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
  readonly text: string;
  readonly rounding: Rounding;
}

const priceStep = (cell: TariffCell, facts: LineFacts, worked: Worked): Step =>
  step({
    label: PER_TRAINEE,
    rule: RULE,
    operands: [
      operand(HOURS, formatHours(worked.hours), 'HOURS'),
      operand(RATE, worked.rate, 'CNY_PER_HOUR'),
      ...(facts.overridePercent ? [operand(PERCENT, facts.overridePercent, 'PERCENT')] : []),
    ],
    result: worked.text,
    unit: 'CNY',
    rounding: worked.rounding,
    citations: [cell.requiredHours.citation, cell.hourlyRate.citation],
  });

const lineLabel = ({ occupation, level }: TariffCell): Bilingual =>
  bilingual(
    `${occupation.shortZh}${LEVEL_NAMES[level].zh}：人数 × 每人补贴`,
    `${occupation.nameEn}, ${LEVEL_NAMES[level].en}: heads x subsidy per trainee`,
  );

const lineStep = (price: Price, headCount: number, amount: Fen): Step =>
  step({
    label: price.lineLabel,
    rule: RULE,
    operands: [operand(HEADS, headCount, 'PERSONS'), operand(PER_TRAINEE, price.text, 'CNY')],
    result: formatFen(amount),
    unit: 'CNY',
    steps: [price.step],
  });
