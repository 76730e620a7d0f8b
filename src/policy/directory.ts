import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { Entry } from './figure.js';
import { shown } from './input.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';
import { listingStatusOf, type RecordedStatus } from './training/listing-status.js';

export type DirectoryKind = 'TRAINING' | 'ASSESSMENT';

/** A body that Annex 1 or Annex 6 lists, with the occupations it is listed for. */
export interface ListedBody {
  readonly kind: DirectoryKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** inferred from the name, for reports only; null for assessment bodies */
  readonly homeRegionCode: string | null;
  /** unified social credit code; null until somebody recorded it */
  readonly creditCode: string | null;
  /** every occupation that the directory names, whatever its status */
  readonly listings: readonly Listing[];
  readonly entry: Entry;
}

export interface Listing {
  readonly occupationCode: string;
  /** a decision after the printed directory; null where there was none */
  readonly status: RecordedStatus | null;
  readonly entry: Entry;
}

/** The kinds under which a directory's bodies and listings stand in the rule book. */
export const LISTS = {
  TRAINING: { body: 'TRAINING_INSTITUTION', listing: 'TRAINER_LISTING' },
  ASSESSMENT: { body: 'ASSESSMENT_BODY', listing: 'ASSESSOR_LISTING' },
} as const;

/** The kind under which credit codes stand in the rule book: by directory and body. */
export const CREDIT_CODE_KIND = 'CREDIT_CODE';

/** The training institutions listed on the day. Source: 辽人社发〔2023〕36号, 附件1 */
export const trainingInstitutionsOf = rememberedPerBook((book: RuleBook) => bodiesOf(book, 'TRAINING'));

/** The assessment bodies listed on the day. Source: 辽人社发〔2023〕36号, 附件6 */
export const assessmentBodiesOf = rememberedPerBook((book: RuleBook) => bodiesOf(book, 'ASSESSMENT'));

/** The bodies of a directory on the day, the suspended and removed ones among them. Source: 辽人社发〔2023〕36号, 附件1, 附件6 */
export const directoryOf = (book: RuleBook, kind: DirectoryKind): readonly ListedBody[] =>
  kind === 'TRAINING' ? trainingInstitutionsOf(book) : assessmentBodiesOf(book);

/** Whether a listing holds: none of the decisions on the body suspends or removes it. */
export const isInForce = ({ status }: Pick<Listing, 'status'>): boolean => status === null || status.status === 'LISTED';

/** The codes and exact names of those listed for the occupation and neither suspended nor removed; undefined where nobody is. Source: 辽人社发〔2023〕36号, 附件1, 附件6 */
export const listedFor = (book: RuleBook, kind: DirectoryKind, occupationCode: string): ReadonlySet<string> | undefined =>
  listedNames(book, kind).get(occupationCode);

/** Whether anybody at all is listed for the occupation. Source: 辽人社发〔2023〕36号, 四(一), 四(二), 附件1, 附件6 */
export const hasListing = (book: RuleBook, kind: DirectoryKind, occupationCode: string): boolean =>
  listedFor(book, kind, occupationCode) !== undefined;

/** Whether the body of this code or exact name is listed for the occupation: listing for one occupation gives no right to another. */
export const isListed = (book: RuleBook, kind: DirectoryKind, codeOrName: string, occupationCode: string): boolean =>
  listedFor(book, kind, occupationCode)?.has(codeOrName) ?? false;

/** The body of a directory by its code or exact name. Throws UNKNOWN_INSTITUTION. */
export const bodyIn = (book: RuleBook, kind: DirectoryKind, codeOrName: string, field: string): ListedBody =>
  kind === 'TRAINING' ? trainingInstitutionOf(book, codeOrName, field) : assessmentBodyOf(book, codeOrName, field);

/** The training institution of a code or exact name, listed on the day. Throws UNKNOWN_INSTITUTION. */
export const trainingInstitutionOf = (book: RuleBook, codeOrName: string, field: string): ListedBody =>
  bodyOf(trainingInstitutionsOf(book), codeOrName, field, '培训机构目录（附件1）', 'the directory of training institutions (Annex 1)');

/** The assessment body of a code or exact name, listed on the day. Throws UNKNOWN_INSTITUTION. */
export const assessmentBodyOf = (book: RuleBook, codeOrName: string, field: string): ListedBody =>
  bodyOf(assessmentBodiesOf(book), codeOrName, field, '评价机构目录（附件6）', 'the directory of assessment bodies (Annex 6)');

function bodyOf(bodies: readonly ListedBody[], codeOrName: string, field: string, zh: string, en: string): ListedBody {
  const body = bodies.find(({ code, nameZh }) => code === codeOrName || nameZh === codeOrName);
  if (body !== undefined) return body;
  throw new Failure(
    'UNKNOWN_INSTITUTION',
    bilingual(
      `${field}：${zh}当日没有“${shown(codeOrName)}”。请用目录中的代码或全称。`,
      `${field}: ${en} has no "${shown(codeOrName)}" on the day. Use a code or the full name of the directory.`,
    ),
    field,
  );
}

const listedNames = (book: RuleBook, kind: DirectoryKind) => (kind === 'TRAINING' ? trainerNames(book) : assessorNames(book));
const trainerNames = rememberedPerBook((book: RuleBook) => namesByOccupation(trainingInstitutionsOf(book)));
const assessorNames = rememberedPerBook((book: RuleBook) => namesByOccupation(assessmentBodiesOf(book)));

function namesByOccupation(bodies: readonly ListedBody[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const body of bodies) {
    for (const { occupationCode } of body.listings.filter(isInForce)) {
      const known = names.get(occupationCode) ?? new Set<string>();
      names.set(occupationCode, known.add(body.code).add(body.nameZh));
    }
  }
  return names;
}

function bodiesOf(book: RuleBook, kind: DirectoryKind): readonly ListedBody[] {
  const listings = book.entries(LISTS[kind].listing);
  return book.entries(LISTS[kind].body).map((entry) => ({
    kind,
    code: entry.key,
    nameZh: entry.attributes['nameZh'] ?? entry.key,
    nameEn: entry.attributes['nameEn'] ?? entry.key,
    homeRegionCode: entry.attributes['homeRegion'] ?? null,
    creditCode: book.findEntry(CREDIT_CODE_KIND, `${kind}/${entry.key}`)?.attributes['creditCode'] ?? null,
    listings: listings
      .filter((listing) => listing.attributes['institution'] === entry.key)
      .map((listing) => listingOf(book, entry.key, listing)),
    entry,
  }));
}

function listingOf(book: RuleBook, bodyCode: string, entry: Entry): Listing {
  const occupationCode = entry.attributes['occupation'] ?? '';
  return { occupationCode, status: listingStatusOf(book, bodyCode, occupationCode), entry };
}
