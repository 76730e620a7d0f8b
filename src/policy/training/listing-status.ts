import { rememberedPerBook } from '../remembered.js';
import type { RuleBook } from '../rule-book.js';

export type ListingStatus = 'LISTED' | 'SUSPENDED' | 'REMOVED';

/** The kind under which such decisions stand in the rule book: by the body's code, or the body's code and the occupation's. */
export const STATUS_KIND = 'LISTING_STATUS';

/** The status of a listed body by a decision after the printed directory. */
export interface RecordedStatus {
  readonly status: ListingStatus;
  /** the day from which it holds */
  readonly since: string;
  readonly documentNumber: string;
}

const statuses = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, RecordedStatus> =>
    new Map(
      book.entries(STATUS_KIND).map(({ key, attributes, citation }) => [
        key,
        {
          status: attributes['status'] as ListingStatus,
          since: citation.validFrom ?? '',
          documentNumber: citation.documentNumber ?? attributes['documentNumber'] ?? '',
        },
      ]),
    ),
);

/** The recorded status of a body as a whole on the book's day; null where none was ever recorded, and then the directory alone decides. */
export const bodyStatusOf = (book: RuleBook, bodyCode: string): RecordedStatus | null => statuses(book).get(bodyCode) ?? null;

/**
 * The recorded status of a body for an occupation on the book's day: what forbids stands above what allows, the decision about the whole body above the one about
 * the occupation; null where none was ever recorded, and then the directory alone decides.
 * Source: 辽人社发〔2023〕36号, 五(一); our design, docs/decisions/0016-two-persons.md
 */
export function listingStatusOf(book: RuleBook, bodyCode: string, occupationCode: string): RecordedStatus | null {
  const whole = bodyStatusOf(book, bodyCode);
  const own = statuses(book).get(`${bodyCode}/${occupationCode}`) ?? null;
  return whole === null || (whole.status === 'LISTED' && own !== null) ? own : whole;
}
