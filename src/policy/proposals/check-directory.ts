import { bodyIn, directoryOf, type ListedBody } from '../directory.js';
import { refuseProposal } from '../refusals/proposals.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import { bodyStatusOf, listingStatusOf } from '../training/listing-status.js';
import type { CreditCodePayload, DirectoryStatusPayload, ListingPayload } from './proposal-payload.js';

/**
 * Why the status of a body cannot become so; empty where it can. Throws UNKNOWN_INSTITUTION.
 * Source: 辽人社发〔2023〕36号, 五(一)
 */
export function directoryStatusRefusals(book: RuleBook, payload: DirectoryStatusPayload): readonly Refusal[] {
  const { bodyCode, occupationCode: occupation, status, validFrom: on } = payload;
  const body = bodyIn(book, payload.directory, bodyCode, 'body');
  if (occupation !== null && !isNamedFor(body, occupation))
    return [refuseProposal('NOT_LISTED_FOR', 'occupation', { body: bodyCode, occupation, on })];
  const standing = occupation === null ? bodyStatusOf(book, bodyCode) : listingStatusOf(book, bodyCode, occupation);
  const found = standing?.status ?? 'LISTED';
  return found === status ? [refuseProposal('STATUS_UNCHANGED', 'status', { body: bodyCode, on, found })] : [];
}

/**
 * Why a listing cannot be added; empty where it can. Throws UNKNOWN_INSTITUTION for a body that is neither known nor new.
 * Source: 辽人社发〔2023〕36号, 四(一)1, 附件1, 附件6
 */
export function listingRefusals(
  book: RuleBook,
  { directory, bodyCode, newBody, occupationCode, validFrom: on }: ListingPayload,
): readonly Refusal[] {
  if (newBody !== null) {
    const isKnown = directoryOf(book, directory).some(({ code, nameZh }) => code === bodyCode || nameZh === newBody.nameZh);
    return isKnown ? [refuseProposal('BODY_KNOWN', 'newBody', { code: bodyCode, name: newBody.nameZh })] : [];
  }
  const body = bodyIn(book, directory, bodyCode, 'body');
  return isNamedFor(body, occupationCode)
    ? [refuseProposal('LISTING_KNOWN', 'occupation', { body: bodyCode, occupation: occupationCode, on })]
    : [];
}

/**
 * Why a credit code cannot be recorded for a body; empty where it can. Throws UNKNOWN_INSTITUTION.
 * Source: GB 32100-2015; our design, docs/decisions/0016-two-persons.md
 */
export function creditCodeRefusals(book: RuleBook, { directory, bodyCode, creditCode }: CreditCodePayload): readonly Refusal[] {
  bodyIn(book, directory, bodyCode, 'body');
  const holder = directoryOf(book, directory).find((body) => body.creditCode === creditCode && body.code !== bodyCode);
  return holder === undefined ? [] : [refuseProposal('CREDIT_CODE_TAKEN', 'creditCode', { creditCode, body: holder.code })];
}

const isNamedFor = ({ listings }: ListedBody, occupation: string): boolean =>
  listings.some(({ occupationCode }) => occupationCode === occupation);
