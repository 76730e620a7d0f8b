import { Field, ObjectType } from 'type-graphql';
import type { ListedBody } from '../../policy/directory.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { CitationType } from './citation.type.js';
import { OccupationType, occupationView } from './occupation.type.js';

@ObjectType('Listing', {
  ...described('目录中的一项：机构入目录的一个职业', 'One listing: an occupation that a body is listed for'),
  simpleResolvers: true,
})
export class ListingType {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

/** The listings of a body as the API shows them. */
export const listingViews = (book: RuleBook, body: ListedBody): ListingType[] =>
  body.listings.map(({ occupationCode, entry }) => ({ occupation: occupationView(book, occupationCode), citation: entry.citation }));

/** Whether one of the listings is for an occupation; a null code lets everything through. */
export const isListedFor = (listings: readonly ListingType[], occupationCode: string | null): boolean =>
  occupationCode === null || listings.some(({ occupation }) => occupation.code === occupationCode);
