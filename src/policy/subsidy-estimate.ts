import { z } from 'zod';
import { type Fen, formatFen, sumOfFen, timesFen } from '../money/fen.js';
import { hourUnits } from '../money/hour-units.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { isListed } from './directory.js';
import { type Step, step } from './explanation.js';
import { Failure } from './failure.js';
import { dayText, expects, flag, headCount, hoursText, type LevelCode, levelCode, listOf, MAX_LINES, nameText, optional } from './input.js';
import { amountReadings, fallsShort, lineAmount } from './payable-amount.js';
import { type ReasonCode, reasonOf } from './reasons.js';
import { regionOf } from './regions.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { tariffCell, type TariffCell } from './tariff.js';
import { categoryNotices, type DecisionStatus, reasonSteps, statusOf } from './trainee-decision.js';
import { exceedsOnlineShare } from './online-share.js';

const line = z
  .strictObject({
    occupation: nameText,
    level: levelCode,
    headCount,
    deliveredHours: optional(hoursText),
    onlineHours: optional(hoursText),
    isRecorded: optional(flag),
  })
  .refine(
    ({ onlineHours, deliveredHours }) =>
      onlineHours === null || deliveredHours === null || hourUnits(onlineHours) <= hourUnits(deliveredHours),
    {
      path: ['onlineHours'],
      error: expects('线上学时不得大于授课学时', 'online hours not above delivered hours'),
    },
  );

const estimateInput = z.strictObject({
  on: optional(dayText),
  region: optional(nameText),
  institution: optional(nameText),
  lines: listOf(line, MAX_LINES),
});
export type EstimateLineInput = z.infer<typeof line>;
export type SubsidyEstimateInput = z.infer<typeof estimateInput>;

export interface EstimateLine {
  readonly occupation: string;
  readonly level: LevelCode;
  readonly headCount: number;
  readonly requiredHours: string;
  readonly hourlyRate: string;
  readonly amountPerTrainee: string;
  /** yuan; 0.00 unless PAYABLE */
  readonly amount: string;
  /** yuan once every hold is cleared; null for a refusal */
  readonly amountIfCleared: string | null;
  /** yuan by the tariff alone, whoever may be paid */
  readonly referenceAmount: string;
  readonly status: DecisionStatus;
  readonly reasons: readonly ReasonCode[];
}

export interface SubsidyEstimate {
  readonly amount: string;
  readonly amountIfCleared: string;
  readonly referenceAmount: string;
  readonly trainees: number;
  readonly lines: readonly EstimateLine[];
  /** every reason met, once, in the order of the lines */
  readonly reasons: readonly ReasonCode[];
  readonly notices: readonly ReasonCode[];
}

/**
 * What an institution can expect for its list of occupation, level and heads, if every trainee meets the personal conditions.
 * It promises nothing and moves nothing. Throws DUPLICATE_LINE, UNKNOWN_OCCUPATION, UNKNOWN_REGION.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件1, 附件5, 附件6
 */
export const subsidyEstimate: Rule<SubsidyEstimateInput, SubsidyEstimate> = {
  name: 'subsidyEstimate',
  version: '1',
  input: estimateInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    if (input.region !== null) regionOf(book, input.region, 'region');
    refuseDuplicates(book, input.lines);
    const worked = input.lines.map((asked, index) => estimateLine(book, asked, index, input.institution));
    const total = (part: keyof Worked['fen']) => formatFen(sumOfFen(worked.map(({ fen }) => fen[part])));
    const outcome: SubsidyEstimate = {
      amount: total('payable'),
      amountIfCleared: total('cleared'),
      referenceAmount: total('reference'),
      trainees: input.lines.reduce((sum, { headCount: heads }) => sum + heads, 0),
      lines: worked.map((one) => one.line),
      reasons: [...new Set(worked.flatMap((one) => one.line.reasons))],
      notices: categoryNotices(book, true),
    };
    return { outcome, explanation: estimateStep(book, outcome, worked) };
  },
};

interface Worked {
  readonly line: EstimateLine;
  readonly fen: { readonly payable: Fen; readonly cleared: Fen; readonly reference: Fen };
  readonly step: Step;
}

function estimateLine(book: RuleBook, asked: EstimateLineInput, index: number, institution: string | null): Worked {
  const cell = tariffCell(book, asked.occupation, asked.level, `lines[${index}].occupation`);
  const readings = amountReadings(book);
  const {
    perTrainee,
    amount,
    step: worth,
  } = lineAmount(cell, { headCount: asked.headCount, certifiedHours: asked.deliveredHours, onlineHours: asked.onlineHours }, readings);
  const refusals = lineRefusals(book, asked, cell, institution);
  const holds = refusals.length > 0 ? [] : lineHolds(book, asked, cell);
  const status = statusOf({ refusals, holds });
  const reasons = [...refusals, ...holds];
  const payable = status === 'PAYABLE' ? amount : 0;
  const cleared = status === 'NOT_PAYABLE' ? null : amount;
  const reference = timesFen(cell.amountFen, asked.headCount);
  const result: EstimateLine = {
    occupation: cell.occupation.code,
    level: cell.level,
    headCount: asked.headCount,
    requiredHours: cell.requiredHours.value ?? '',
    hourlyRate: cell.hourlyRate.value ?? '',
    amountPerTrainee: formatFen(perTrainee),
    amount: formatFen(payable),
    amountIfCleared: cleared === null ? null : formatFen(cleared),
    referenceAmount: formatFen(reference),
    status,
    reasons,
  };
  const fen = { payable, cleared: cleared ?? 0, reference };
  if (status === 'PAYABLE') return { line: result, fen, step: worth };
  const rule = ruleVersion(subsidyEstimate);
  const steps = [worth, ...reasonSteps(book, rule, reasons.map(reasonOf))];
  return { line: result, fen, step: step({ label: worth.label, rule, result: result.amount, unit: 'CNY', steps }) };
}

function lineRefusals(book: RuleBook, asked: EstimateLineInput, cell: TariffCell, institution: string | null): ReasonCode[] {
  const refusals = [...cell.obstacles];
  const nobodyTrains = cell.obstacles.includes('NO_TRAINING_INSTITUTION');
  if (institution !== null && !nobodyTrains && !isListed(book, 'TRAINING', institution, cell.occupation.code))
    refusals.unshift('INSTITUTION_NOT_LISTED_FOR_OCCUPATION');
  if (fallsShort(cell, asked.deliveredHours, amountReadings(book))) refusals.push('HOURS_BELOW_REQUIREMENT');
  return refusals;
}

function lineHolds(book: RuleBook, asked: EstimateLineInput, cell: TariffCell): ReasonCode[] {
  const holds: ReasonCode[] = [];
  const total = asked.deliveredHours ?? cell.requiredHours.value ?? '';
  if (asked.onlineHours !== null && exceedsOnlineShare(book, asked.onlineHours, total)) holds.push('HOLD_ONLINE_SHARE');
  if (asked.isRecorded === false) holds.push('HOLD_RECORDING_MISSING');
  return holds;
}

function refuseDuplicates(book: RuleBook, lines: readonly EstimateLineInput[]): void {
  const seen = new Map<string, number>();
  lines.forEach((asked, index) => {
    const { occupation } = tariffCell(book, asked.occupation, asked.level, `lines[${index}].occupation`);
    const hours = [asked.deliveredHours, asked.onlineHours].map((text) => text && hourUnits(text));
    const key = [occupation.code, asked.level, ...hours, asked.isRecorded ?? true].join(' ');
    const first = seen.get(key);
    if (first !== undefined) {
      throw new Failure(
        'DUPLICATE_LINE',
        bilingual(
          `lines[${index}] 与 lines[${first}] 的职业、等级和学时相同。请合并为一行，人数相加。`,
          `lines[${index}] repeats the occupation, level and hours of lines[${first}]. Make them one line and add the heads.`,
        ),
        `lines[${index}]`,
      );
    }
    seen.set(key, index);
  });
}

function estimateStep(book: RuleBook, outcome: SubsidyEstimate, worked: readonly Worked[]): Step {
  return step({
    label: bilingual('补贴测算：各行之和', 'Subsidy estimate: sum of the lines'),
    rule: ruleVersion(subsidyEstimate),
    result: outcome.amount,
    unit: 'CNY',
    citations: [clauseCitation(book, 'LN2023-36/4.1.12')],
    steps: worked.map((one) => one.step),
  });
}
