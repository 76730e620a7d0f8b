import { type Exact, exact } from '../money/exact.js';
import { type Fen, toFen } from '../money/fen.js';
import { hourUnits } from '../money/hour-units.js';
import { roundToFen } from '../money/yuan.js';
import { hasListing } from './directory.js';
import type { Figure } from './figure.js';
import type { LevelCode } from './input.js';
import { LEVELS, type Occupation, occupationOf, occupationsByName, occupationsOf } from './occupations.js';
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

type CellsByLevel = Readonly<Record<LevelCode, TariffCell>>;

/** The cells of an occupation by every name it has. */
const cellsByName = rememberedPerBook((book: RuleBook): ReadonlyMap<string, CellsByLevel> => {
  const cells = new Map(tariffOf(book).map((cell) => [`${cell.occupation.code}/${cell.level}`, cell]));
  const ofOccupation = (code: string) => Object.fromEntries(LEVELS.map((level) => [level, cells.get(`${code}/${level}`)])) as CellsByLevel;
  return new Map([...occupationsByName(book)].map(([name, { code }]) => [name, ofOccupation(code)]));
});

/** The cell of an occupation, by code or Chinese name, and a level. Throws UNKNOWN_OCCUPATION, RULE_NOT_IN_FORCE. */
export const tariffCell = (book: RuleBook, codeOrName: string, level: LevelCode, field: string): TariffCell =>
  (cellsByName(book).get(codeOrName) ?? refuseOccupation(book, codeOrName, field))[level];

function refuseOccupation(book: RuleBook, codeOrName: string, field: string): never {
  occupationOf(book, codeOrName, field);
  throw new Error('invariant broken: every listed occupation has its cells');
}

/** The rates are printed by level; a region may record its own for one occupation, which then stands above them. */
function cellOf(book: RuleBook, occupation: Occupation, level: LevelCode): TariffCell {
  const requiredHours = book.figure('REQUIRED_HOURS', `${occupation.code}/${level}`);
  const hourlyRate = book.findFigure('HOURLY_RATE', `${occupation.code}/${level}`) ?? book.figure('HOURLY_RATE', level);
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
