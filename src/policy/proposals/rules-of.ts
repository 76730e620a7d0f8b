import { CATEGORY_KIND, CATEGORY_QUESTION } from '../category-list.js';
import { CREDIT_CODE_KIND, LISTS } from '../directory.js';
import type { Citation, Entry, Figure, Setting } from '../figure.js';
import type { Period } from '../period.js';
import { recordedCitation } from '../recorded-document.js';
import { STATUS_KIND } from '../training/listing-status.js';
import { rateKeyOf } from './check-regional-rate.js';
import type { ListingPayload, RegionalRatePayload, RulePayload } from './proposal-payload.js';

/** What an approved proposal puts into the rule book. */
export interface ApprovedRules {
  readonly settings: readonly Setting[];
  readonly entries: readonly Entry[];
  readonly figures: readonly Figure[];
}

/** What the rows rest on. */
export interface Approval {
  readonly proposalId: string;
  readonly document: { readonly code: string; readonly number: string | null };
  /** the day on which somebody last looked at the document: that of the approval */
  readonly approvedOn: string;
}

const NOTHING: ApprovedRules = { settings: [], entries: [], figures: [] };

/**
 * The rows that an approved proposal records, each with the number of its document and the days on which it holds.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export function rulesOf(payload: RulePayload, approval: Approval): ApprovedRules {
  const cite = citer(approval);
  switch (payload.kind) {
    case 'READING': {
      const { key, regionCode, reading, validFrom, validTo } = payload;
      return { ...NOTHING, settings: [{ key, regionCode, reading, citation: cite({ from: validFrom, to: validTo }) }] };
    }
    case 'CATEGORY_LIST': {
      const citation = cite({ from: payload.validFrom, to: null });
      const entries = payload.categories.map(({ code, ...names }) => entryOf(CATEGORY_KIND, code, names, citation, approval));
      return { ...NOTHING, entries, settings: [{ key: CATEGORY_QUESTION, regionCode: null, reading: 'CONFIRMED_LIST', citation }] };
    }
    case 'REGIONAL_RATE':
      return { ...NOTHING, figures: [rateFigure(payload, approval)] };
    case 'DIRECTORY_STATUS': {
      const { bodyCode, occupationCode, status, validFrom } = payload;
      const key = occupationCode === null ? bodyCode : `${bodyCode}/${occupationCode}`;
      return { ...NOTHING, entries: [entryOf(STATUS_KIND, key, { status }, cite({ from: validFrom, to: null }), approval)] };
    }
    case 'LISTING':
      return { ...NOTHING, entries: listingEntries(payload, cite({ from: payload.validFrom, to: null }), approval) };
    case 'CREDIT_CODE': {
      const { directory, bodyCode, creditCode, validFrom } = payload;
      const citation = cite({ from: validFrom, to: null });
      return { ...NOTHING, entries: [entryOf(CREDIT_CODE_KIND, `${directory}/${bodyCode}`, { creditCode }, citation, approval)] };
    }
  }
}

const citer =
  ({ document, approvedOn }: Approval) =>
  (period: Period): Citation =>
    recordedCitation(document, period, approvedOn);

const entryOf = (
  kind: string,
  key: string,
  attributes: Readonly<Record<string, string>>,
  citation: Citation,
  { proposalId: proposal }: Approval,
): Entry => ({ kind, key, regionCode: null, attributes: { ...attributes, proposal }, citation });

function rateFigure(payload: RegionalRatePayload, { proposalId: proposal, document, approvedOn }: Approval): Figure {
  const { figure: kind, regionCode, occupationCode, level, value, validFrom, validTo } = payload;
  return {
    kind,
    key: rateKeyOf(payload),
    regionCode,
    value,
    quantity: kind === 'HOURLY_RATE' ? 'CNY_PER_HOUR' : 'HOURS',
    unit: 'PERSON',
    binding: 'FIXED',
    attributes: { level, ...(occupationCode === null ? {} : { occupation: occupationCode }), proposal },
    citation: recordedCitation(document, { from: validFrom, to: validTo }, approvedOn, 'FIXED'),
  };
}

function listingEntries(payload: ListingPayload, citation: Citation, approval: Approval): readonly Entry[] {
  const { directory, bodyCode, newBody, occupationCode: occupation } = payload;
  const { body, listing } = LISTS[directory];
  const listed = entryOf(listing, `${bodyCode}/${occupation}`, { institution: bodyCode, occupation }, citation, approval);
  if (newBody === null) return [listed];
  const { nameZh, nameEn, homeRegionCode } = newBody;
  const attributes = { nameZh, nameEn, ...(homeRegionCode === null ? {} : { homeRegion: homeRegionCode }) };
  return [entryOf(body, bodyCode, attributes, citation, approval), listed];
}
