import { type CheckedLine, checkLine } from '../../policy/training/enrolment-line.js';
import { personRefusals } from '../../policy/training/roster.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { nextIds } from '../../store/next-ids.js';
import { identityHash } from '../../store/keys/identity-hash.js';
import { personsOf, type StoredPerson } from '../../store/persons.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import type { Enrolling, LineRefusals } from './enrolling.js';

/** Somebody whose line is good by itself. */
export interface CheckedApplicant extends CheckedLine {
  readonly index: number;
  readonly at: string;
  readonly identityHash: string;
}

/** The same, with who it is and the ids that all get. */
export interface Applicant extends CheckedApplicant {
  /** null: nobody has met the number before */
  readonly known: StoredPerson | null;
  readonly personId: string;
  readonly enrolmentId: string;
}

interface Sorted<Kind> {
  readonly good: readonly Kind[];
  readonly refusals: readonly LineRefusals[];
}

/** Sorts the lines of a list into good ones, with the hashes of their numbers, and bad ones. Source: 辽人社发〔2023〕36号, 三, 四(一)2, 附件4 */
export function checkedApplicants(
  { keys, today }: Act,
  book: RuleBook,
  run: CourseRunRow,
  { lines, at }: Enrolling,
): Sorted<CheckedApplicant> {
  const good: CheckedApplicant[] = [];
  const refusals: LineRefusals[] = [];
  lines.forEach((line, index) => {
    const check = checkLine(book, run, line, at(index), today);
    if (check.kind === 'bad') refusals.push({ index, refusals: check.refusals });
    else {
      const { type, number } = check.line.document;
      good.push({ ...check.line, index, at: at(index), identityHash: identityHash(keys, type, number) });
    }
  });
  return { good, refusals };
}

/**
 * Finds out who the applicants are, and sorts out those who may not come: twice in the list, on the roster, subsidised before, or under another name. The others get
 * their ids. After the places are locked.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 六(一); Q05
 */
export async function identified(
  { manager, keys }: Act,
  book: RuleBook,
  run: CourseRunRow,
  applicants: readonly CheckedApplicant[],
): Promise<Sorted<Applicant>> {
  const hashes = applicants.map((applicant) => applicant.identityHash);
  const known = await personsOf(manager, keys, hashes, { ...run, courseRunId: run.id });
  const found = personRefusals(book, run, applicants, known);
  const good = applicants.filter((_applicant, position) => found[position]?.length === 0);
  const refusals = applicants.flatMap(({ index }, position) => {
    const ofLine = found[position] ?? [];
    return ofLine.length === 0 ? [] : [{ index, refusals: ofLine }];
  });
  const ids = await nextIds(
    manager,
    Array.from({ length: 2 * good.length }, () => run.year),
  );
  const withIds = good.map((applicant, position): Applicant => {
    const person = known.get(applicant.identityHash) ?? null;
    const personId = person?.id ?? (ids[position] as string);
    return { ...applicant, known: person, personId, enrolmentId: ids[good.length + position] as string };
  });
  return { good: withIds, refusals };
}
