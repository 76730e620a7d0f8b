import { readingOf } from '../readings.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseTrainee } from '../refusals/trainees.js';
import type { RuleBook } from '../rule-book.js';
import type { LineRun } from './enrolment-line.js';
import { isSameName } from './trainee-name.js';

/** Somebody who asks for a line on a roster. */
export interface Applicant {
  /** what stands before the fields of the line in an error, such as `lines[2].` */
  readonly at: string;
  readonly name: string;
  readonly identityHash: string;
}

/** What the province knows of a person whose number was met before. */
export interface KnownPerson {
  readonly name: string;
  /** on the roster that is asked for */
  readonly isOnRoster: boolean;
  /** by another enrolment in subsidised training of the same occupation and level, wherever it is */
  readonly isSubsidised: boolean;
}

/**
 * What speaks against each applicant, in their order, from who the person is: twice in the list, on the roster already, under another name, or subsidised before
 * for the occupation and level. Where and by whom is not told.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 六(一); Q05
 */
export function personRefusals(
  book: RuleBook,
  run: LineRun,
  applicants: readonly Applicant[],
  known: ReadonlyMap<string, KnownPerson>,
): readonly (readonly Refusal[])[] {
  const isOnce = readingOf(book, 'eligibility.repeat') === 'ONCE_PER_OCCUPATION_AND_LEVEL' && run.fundingMode === 'SUBSIDISED';
  const first = new Map<string, string>();
  return applicants.map(({ at, name, identityHash }) => {
    const field = `${at}identityNumber`;
    const earlier = first.get(identityHash);
    if (earlier !== undefined) return [refuseTrainee('TWICE_IN_LIST', field, { first: earlier })];
    first.set(identityHash, at.replace(/\.$/u, ''));
    const person = known.get(identityHash);
    if (person === undefined) return NONE;
    if (!isSameName(person.name, name)) return [refuseTrainee('IDENTITY_NAME_DIFFERS', `${at}name`)];
    if (person.isOnRoster) return [refuseTrainee('ALREADY_ON_ROSTER', field)];
    return isOnce && person.isSubsidised ? [refuseTrainee('ONCE_FOR_EVER', field)] : NONE;
  });
}

const NONE: readonly Refusal[] = [];
