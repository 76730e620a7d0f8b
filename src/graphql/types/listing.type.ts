import { Field, ObjectType } from 'type-graphql';
import type { ListedBody } from '../../policy/directory.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import type { RecordedStatus } from '../../policy/training/listing-status.js';
import { CalendarDay } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';
import { ListingStatusEnum } from './governance-enums.js';
import { OccupationType, occupationView } from './occupation.type.js';

/** What was decided about a body, or one of its listings, after the printed directory. */
@ObjectType({ simpleResolvers: true })
export abstract class StatusFields {
  @Field(() => ListingStatusEnum, described('当日的状态', 'Its status on the day'))
  status!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('自何日起；目录所印未变则为空', 'Since when; null where nothing was decided after the printed directory'),
  })
  statusSince!: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('依据文号；目录所印未变则为空', 'By which document; null where nothing was decided after the printed directory'),
  })
  statusDocument!: string | null;
}

interface ShownStatus {
  readonly status: string;
  readonly statusSince: string | null;
  readonly statusDocument: string | null;
}

/** A recorded status as the API shows it; without one the printed directory stands. */
export const statusFields = (recorded: RecordedStatus | null): ShownStatus => ({
  status: recorded?.status ?? 'LISTED',
  statusSince: recorded?.since ?? null,
  statusDocument: recorded?.documentNumber ?? null,
});

@ObjectType('Listing', {
  ...described('目录中的一项：机构入目录的一个职业', 'One listing: an occupation that a body is listed for'),
  simpleResolvers: true,
})
export class ListingType extends StatusFields {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

/** The listings of a body as the API shows them. */
export const listingViews = (book: RuleBook, body: ListedBody): ListingType[] =>
  body.listings.map(({ occupationCode, status, entry }) => ({
    occupation: occupationView(book, occupationCode),
    citation: entry.citation,
    ...statusFields(status),
  }));

/** Whether one of the listings is for an occupation and in force; a null code lets everything through. */
export const isListedFor = (listings: readonly ListingType[], occupationCode: string | null): boolean =>
  occupationCode === null || listings.some(({ occupation, status }) => occupation.code === occupationCode && status === 'LISTED');
