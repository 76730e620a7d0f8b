import { nodeId } from '../policy/node-id.js';
import type { RuleBook } from '../policy/rule-book.js';
import type { EnrolmentRow } from '../store/rows/enrolment-row.js';
import type { ServiceContext } from './service-context.js';
import type { EnrolmentType } from './types/enrolment.type.js';
import { occupationView } from './types/occupation.type.js';
import { regionView } from './types/region.type.js';
import { trainingInstitutionViews } from './types/training-institution.type.js';

/**
 * An enrolment as the API shows it; the book is that of its day. Lists show many of them and few of their fields: each field is made when it is asked for. Name and
 * number are looked up apart.
 */
class EnrolmentView implements EnrolmentType {
  readonly __typename = 'Enrolment';

  constructor(
    private readonly book: RuleBook,
    readonly row: EnrolmentRow,
  ) {}

  get id() {
    return nodeId('Enrolment', this.row.id);
  }

  get year() {
    return this.row.year;
  }

  get status() {
    return this.row.status;
  }

  get region() {
    return regionView(this.book, this.row.regionCode);
  }

  get organisingRegion() {
    return regionView(this.book, this.row.organisingRegionCode);
  }

  get institution() {
    return trainingInstitutionViews(this.book).get(this.row.institutionCode) ?? null;
  }

  get occupation() {
    return occupationView(this.book, this.row.occupationCode);
  }

  get level() {
    return this.row.level;
  }

  get fundingMode() {
    return this.row.fundingMode;
  }

  get category() {
    return this.row.category;
  }

  get categoryEvidence() {
    return this.row.categoryEvidence;
  }

  get meetsNationalStandard() {
    return this.row.meetsNationalStandard;
  }

  get realNameNumber() {
    return this.row.realNameNumber;
  }

  get realNameOn() {
    return this.row.realNameOn;
  }

  get enrolledOn() {
    return this.row.enrolledOn;
  }

  get endedOn() {
    return this.row.endedOn;
  }

  get endReason() {
    return this.row.endReason;
  }

  get attendedHours() {
    return this.row.attendedHours;
  }
}

/** Enrolments as the API shows them, under the rules of their day. */
export const enrolmentViewIn =
  ({ desk }: ServiceContext) =>
  (row: EnrolmentRow): EnrolmentType =>
    new EnrolmentView(desk.ruleBook({ on: row.enrolledOn }), row);
