import { directoryOf } from '../policy/directory.js';
import type { CreditCodePayload, DirectoryStatusPayload, ListingPayload, ProposalPayload } from '../policy/proposals/proposal-payload.js';
import type { RuleBook } from '../policy/rule-book.js';
import { occupationView } from './types/occupation.type.js';
import { openQuestionView } from './types/open-question.type.js';
import type { ProposedChangeType } from './types/proposed-change.type.js';
import { regionView } from './types/region.type.js';

/** A payload as the API shows it, with the objects that its codes stand for on the book's day. */
export function proposedChangeView(book: RuleBook, payload: ProposalPayload): ProposedChangeType {
  const regionOrNone = (code: string | null) => (code === null ? null : regionView(book, code));
  const occupationOrNone = (code: string | null) => (code === null ? null : occupationView(book, code));
  switch (payload.kind) {
    case 'READING':
      return shown('ReadingChange', payload, {
        question: openQuestionView(book, payload.key, 'question'),
        region: regionOrNone(payload.regionCode),
      });
    case 'CATEGORY_LIST':
      return shown('CategoryListChange', payload, {});
    case 'REGIONAL_RATE':
      return shown('RegionalRateChange', payload, {
        region: regionView(book, payload.regionCode),
        occupation: occupationOrNone(payload.occupationCode),
        hourlyRate: payload.figure === 'HOURLY_RATE' ? payload.value : null,
        requiredHours: payload.figure === 'REQUIRED_HOURS' ? payload.value : null,
      });
    case 'DIRECTORY_STATUS':
      return shown('DirectoryStatusChange', payload, {
        bodyName: bodyName(book, payload),
        occupation: occupationOrNone(payload.occupationCode),
      });
    case 'LISTING':
      return shown('ListingChange', payload, {
        bodyName: payload.newBody?.nameZh ?? bodyName(book, payload),
        occupation: occupationView(book, payload.occupationCode),
        isNewBody: payload.newBody !== null,
        homeRegion: regionOrNone(payload.newBody?.homeRegionCode ?? null),
      });
    case 'CREDIT_CODE':
      return shown('CreditCodeChange', payload, { bodyName: bodyName(book, payload) });
    case 'QUOTA_ADJUSTMENT':
      return shown('QuotaAdjustmentChange', payload, {
        lines: payload.changes.map(({ regionCode, by }) => ({ region: regionView(book, regionCode), by })),
      });
  }
}

const shown = (typeName: string, payload: ProposalPayload, objects: object): ProposedChangeType =>
  Object.assign({ __typename: typeName }, payload, objects);

/** A body that left the directory by the book's day is shown by its code. */
const bodyName = (book: RuleBook, { directory, bodyCode }: DirectoryStatusPayload | ListingPayload | CreditCodePayload): string =>
  directoryOf(book, directory).find(({ code }) => code === bodyCode)?.nameZh ?? bodyCode;
