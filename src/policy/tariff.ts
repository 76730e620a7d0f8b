import { type Exact, exact } from '../money/exact.js';
import { type Fen, toFen } from '../money/fen.js';
import { hourUnits } from '../money/hour-units.js';
import { invariant } from '../money/invariant.js';
import { roundToFen } from '../money/yuan.js';
import { hasListing } from './directory.js';
import type { Figure } from './figure.js';
import type { LevelCode } from './input.js';
import { LEVELS, type Occupation, occupationOf, occupationsOf } from './occupations.js';
import type { ReasonCode } from './reasons.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

/** One of the thirty cells of Annex 5: what one trainee of an occupation and level is worth. */
export interface TariffCell {
  readonly occupation: Occupation;
  readonly level: LevelCode;
  readonly requiredHours: Figure;
  readonly hourlyRate: Figure;
  /** required hours x hourly rate, per trainee, to the fen */
  readonly amount: Exact;
  /** why no one can be paid for the cell on the day: empty when it is payable */
  readonly obstacles: readonly ReasonCode[];
  /** the same facts as whole numbers, for batches */
  readonly requiredHourUnits: number;
  readonly amountFen: Fen;
}

/**
 * The cells of the tariff in force, occupations in printed order, levels rising.
 * Source: 辽人社发〔2023〕36号, 附件5; payable only where 附件1 and 附件6 list somebody
 */
export const tariffOf = rememberedPerBook((book: RuleBook): readonly TariffCell[] =>
  occupationsOf(book).flatMap((occupation) => LEVELS.map((level) => cellOf(book, occupation, level))),
);

const cellsByName = rememberedPerBook(
  (book: RuleBook) => new Map(tariffOf(book).map((cell) => [`${cell.occupation.code}/${cell.level}`, cell])),
);

/** The cell of an occupation, by code or Chinese name, and a level. Throws UNKNOWN_OCCUPATION, RULE_NOT_IN_FORCE. */
export function tariffCell(book: RuleBook, codeOrName: string, level: LevelCode, field: string): TariffCell {
  const direct = cellsByName(book).get(`${codeOrName}/${level}`);
  if (direct !== undefined) return direct;
  const cell = cellsByName(book).get(`${occupationOf(book, codeOrName, field).code}/${level}`);
  invariant(cell !== undefined, 'every listed occupation has a cell for every level');
  return cell;
}

function cellOf(book: RuleBook, occupation: Occupation, level: LevelCode): TariffCell {
  const requiredHours = book.figure('REQUIRED_HOURS', `${occupation.code}/${level}`);
  const hourlyRate = book.figure('HOURLY_RATE', level);
  const hours = requiredHours.value ?? '';
  const amount = roundToFen(exact(hours).times(exact(hourlyRate.value ?? '')));
  return {
    occupation,
    level,
    requiredHours,
    hourlyRate,
    amount,
    obstacles: obstaclesOf(book, occupation),
    requiredHourUnits: hourUnits(hours),
    amountFen: toFen(amount),
  };
}

function obstaclesOf(book: RuleBook, occupation: Occupation): readonly ReasonCode[] {
  const obstacles: ReasonCode[] = [];
  if (!hasListing(book, 'TRAINING', occupation.code)) obstacles.push('NO_TRAINING_INSTITUTION');
  if (!hasListing(book, 'ASSESSMENT', occupation.code)) obstacles.push('NO_EVALUATION_INSTITUTION');
  return obstacles;
}
