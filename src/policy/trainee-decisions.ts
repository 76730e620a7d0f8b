import { z } from 'zod';
import { formatFen } from '../money/fen.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { operand, step } from './explanation.js';
import { Failure } from './failure.js';
import { dayText, listOf, nameText, optional } from './input.js';
import type { ReasonCode } from './reasons.js';
import { findRegion, regionOf } from './regions.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { decideTrainees } from './trainee-batch.js';
import { categoryNotices, type DecisionStatus } from './trainee-decision.js';
import { type TraineeFacts, traineeFacts } from './trainee-judgement.js';

const MAX_TRAINEES = 500;
const decisionsInput = z.strictObject({ on: optional(dayText), organisingRegion: nameText, trainees: listOf(traineeFacts, MAX_TRAINEES) });
export type TraineeDecisionsInput = z.infer<typeof decisionsInput>;

export interface TraineeDecisions {
  /** yuan that is payable */
  readonly amount: string;
  readonly payable: number;
  readonly held: number;
  readonly refused: number;
  /** in the order of the question */
  readonly lines: readonly { readonly status: DecisionStatus; readonly amount: string; readonly reasons: readonly ReasonCode[] }[];
  readonly notices: readonly ReasonCode[];
}

/**
 * Decides the trainees of a list that one region organises, all under the rules of one day: what a course run's roster is worth and why not more.
 * Throws BAD_USER_INPUT where a trainee names another region or day than the list.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export const traineeDecisions: Rule<TraineeDecisionsInput, TraineeDecisions> = {
  name: 'traineeDecisions',
  version: '1',
  input: decisionsInput,
  regionOf: (input) => input.organisingRegion,
  regionField: 'organisingRegion',
  decide(book, input) {
    input.trainees.forEach((facts, index) => refuseStranger(book, input, facts, index));
    const { lines, amount } = decideTrainees(book, input.trainees);
    const count = (wanted: DecisionStatus) => lines.filter(({ status }) => status === wanted).length;
    const outcome: TraineeDecisions = {
      amount,
      payable: count('PAYABLE'),
      held: count('HOLD'),
      refused: count('NOT_PAYABLE'),
      lines: lines.map(({ status, amountFen, refusals, holds }) => ({
        status,
        amount: formatFen(amountFen),
        reasons: [...refusals, ...holds],
      })),
      notices: categoryNotices(
        book,
        input.trainees.some(({ fundingMode }) => fundingMode === 'SUBSIDISED'),
      ),
    };
    const explanation = step({
      label: bilingual('名单判定：可补贴学员金额之和', 'Decision on a list: sum over the payable trainees'),
      rule: ruleVersion(traineeDecisions),
      operands: [
        operand(bilingual('可补贴', 'Payable'), outcome.payable, 'PERSONS'),
        operand(bilingual('暂缓', 'On hold'), outcome.held, 'PERSONS'),
        operand(bilingual('不予补贴', 'Refused'), outcome.refused, 'PERSONS'),
      ],
      result: amount,
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/4.1.9'), clauseCitation(book, 'LN2023-36/4.1.11')],
      steps: groupSteps(outcome, input.trainees),
    });
    return { outcome, explanation };
  },
};

/** count x unit, by occupation, level and amount */
function groupSteps({ lines }: TraineeDecisions, trainees: readonly TraineeFacts[]) {
  const groups = new Map<string, { facts: TraineeFacts; amount: string; heads: number }>();
  lines.forEach(({ status, amount }, index) => {
    const facts = trainees[index];
    if (status !== 'PAYABLE' || facts === undefined) return;
    const key = `${facts.occupation} ${facts.level} ${amount}`;
    const group = groups.get(key) ?? { facts, amount, heads: 0 };
    groups.set(key, { ...group, heads: group.heads + 1 });
  });
  return [...groups.values()].map(({ facts, amount, heads }) =>
    step({
      label: bilingual(
        `${facts.occupation} ${facts.level}：人数 × 每人补贴`,
        `${facts.occupation} ${facts.level}: heads x subsidy per trainee`,
      ),
      rule: ruleVersion(traineeDecisions),
      operands: [
        operand(bilingual('人数', 'Heads'), heads, 'PERSONS'),
        operand(bilingual('每人补贴', 'Subsidy per trainee'), amount, 'CNY'),
      ],
      result: formatFen(fenTimes(amount, heads)),
      unit: 'CNY',
    }),
  );
}

const fenTimes = (amount: string, heads: number): number => parseInt(amount.replace('.', ''), 10) * heads;

function refuseStranger(book: RuleBook, input: TraineeDecisionsInput, facts: TraineeFacts, index: number): void {
  const region = regionOf(book, input.organisingRegion, 'organisingRegion').code;
  if (findRegion(book, facts.organisingRegion)?.code === region && (facts.on === null || facts.on === book.query.on)) return;
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `trainees[${index}]：名单中的学员须由同一地区组织、按同一日期的规则判定。请与名单的 organisingRegion 和 on 保持一致。`,
      `trainees[${index}]: all trainees of a list are organised by one region and decided under the rules of one day. Give those of the list.`,
    ),
    `trainees[${index}].organisingRegion`,
  );
}
