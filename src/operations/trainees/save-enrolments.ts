import type { RuleBook } from '../../policy/rule-book.js';
import { readingOf } from '../../policy/readings.js';
import { insertEnrolments } from '../../store/enrolments.js';
import { saltedDigest } from '../../store/keys/identity-hash.js';
import { insertPersons } from '../../store/persons.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import type { Act } from '../acting/act.js';
import { LostToAnother } from '../acting/transaction.js';
import { saveNamedPlaces } from '../places/name-places.js';
import type { Applicant } from './find-applicants.js';
import type { Placed, RunPlaces } from './place-applicants.js';

/** What is to be written. */
interface Saving {
  readonly run: CourseRunRow;
  readonly enrolledOn: string;
  readonly places: RunPlaces;
  readonly placed: Placed;
}

/**
 * Writes persons, enrolments, keys and places of those who were served, and gives the rows in the order of their ids. Somebody who was stored or enrolled elsewhere
 * meanwhile makes the whole act begin again.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export async function saveEnrolments(
  act: Act,
  book: RuleBook,
  { run, enrolledOn, places, placed }: Saving,
): Promise<readonly EnrolmentRow[]> {
  const { manager } = act;
  const digests = await storedDigests(act, placed.served);
  const rows = placed.served.map((applicant): EnrolmentRow => {
    const { enrolmentId: id, personId, regionCode, category, categoryEvidence, meetsNationalStandard } = applicant;
    const own = { id, personId, regionCode, category, categoryEvidence, meetsNationalStandard, enrolledOn };
    return { ...FRESH, ...ofRun(run), ...own, entryId: act.entryId, identityDigest: digests.get(personId) as string };
  });
  const mayRepeat = readingOf(book, 'eligibility.repeat') === 'NO_LIMIT';
  if (!(await insertEnrolments(manager, rows, mayRepeat))) throw new LostToAnother('somebody was enrolled elsewhere meanwhile');
  if (places !== null && placed.named !== null) await saveNamedPlaces(act, places, run.year, placed.served, placed.named);
  return rows;
}

/** What every enrolment takes from its run. */
export const ofRun = (run: CourseRunRow) => ({
  year: run.year,
  courseRunId: run.id,
  organisingRegionCode: run.regionCode,
  institutionCode: run.institutionCode,
  occupationCode: run.occupationCode,
  level: run.level,
  fundingMode: run.fundingMode,
});

const FRESH = {
  realNameNumber: null,
  realNameOn: null,
  status: 'ENROLLED',
  endedOn: null,
  endReason: null,
  transferredTo: null,
  attendedHours: null,
} as const;

/** Stores those whom nobody knew, and gives the digest of each one's number by person id. */
async function storedDigests({ manager, keys }: Act, served: readonly Applicant[]): Promise<ReadonlyMap<string, string>> {
  const strangers = served.filter(({ known }) => known === null);
  const persons = strangers.map(({ personId: id, identityHash, name, document }) => ({
    id,
    identityHash,
    documentType: document.type,
    name,
    number: document.number,
  }));
  const fresh = await insertPersons(manager, keys, persons);
  if (fresh === null) throw new LostToAnother('somebody was stored by another act meanwhile');
  const met = served.flatMap(({ known, document }) =>
    known === null ? [] : [[known.id, saltedDigest(known.salt, document.number)] as const],
  );
  return new Map([...fresh, ...met]);
}
