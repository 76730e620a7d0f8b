import type { Entry } from './figure.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

export type DirectoryKind = 'TRAINING' | 'ASSESSMENT';

/** A body that Annex 1 or Annex 6 lists, with the occupations it is listed for. */
export interface ListedBody {
  readonly kind: DirectoryKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** inferred from the name, for reports only; null for assessment bodies */
  readonly homeRegionCode: string | null;
  readonly listings: readonly Listing[];
  readonly entry: Entry;
}

export interface Listing {
  readonly occupationCode: string;
  readonly entry: Entry;
}

const LISTS = {
  TRAINING: { body: 'TRAINING_INSTITUTION', listing: 'TRAINER_LISTING' },
  ASSESSMENT: { body: 'ASSESSMENT_BODY', listing: 'ASSESSOR_LISTING' },
} as const;

/** The training institutions listed on the day. Source: 辽人社发〔2023〕36号, 附件1 */
export const trainingInstitutionsOf = rememberedPerBook((book: RuleBook) => bodiesOf(book, 'TRAINING'));

/** The assessment bodies listed on the day. Source: 辽人社发〔2023〕36号, 附件6 */
export const assessmentBodiesOf = rememberedPerBook((book: RuleBook) => bodiesOf(book, 'ASSESSMENT'));

/** The codes and exact names of those listed for the occupation; undefined where nobody is. Source: 辽人社发〔2023〕36号, 附件1, 附件6 */
export const listedFor = (book: RuleBook, kind: DirectoryKind, occupationCode: string): ReadonlySet<string> | undefined =>
  listedNames(book, kind).get(occupationCode);

/** Whether anybody at all is listed for the occupation. Source: 辽人社发〔2023〕36号, 四(一), 四(二), 附件1, 附件6 */
export const hasListing = (book: RuleBook, kind: DirectoryKind, occupationCode: string): boolean =>
  listedFor(book, kind, occupationCode) !== undefined;

/** Whether the body of this code or exact name is listed for the occupation: listing for one occupation gives no right to another. */
export const isListed = (book: RuleBook, kind: DirectoryKind, codeOrName: string, occupationCode: string): boolean =>
  listedFor(book, kind, occupationCode)?.has(codeOrName) ?? false;

const listedNames = (book: RuleBook, kind: DirectoryKind) => (kind === 'TRAINING' ? trainerNames(book) : assessorNames(book));
const trainerNames = rememberedPerBook((book: RuleBook) => namesByOccupation(trainingInstitutionsOf(book)));
const assessorNames = rememberedPerBook((book: RuleBook) => namesByOccupation(assessmentBodiesOf(book)));

function namesByOccupation(bodies: readonly ListedBody[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const body of bodies) {
    for (const { occupationCode } of body.listings) {
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
    listings: listings
      .filter((listing) => listing.attributes['institution'] === entry.key)
      .map((listing) => ({ occupationCode: listing.attributes['occupation'] ?? '', entry: listing })),
    entry,
  }));
}
