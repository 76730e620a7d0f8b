import { Field, InputType, ObjectType } from 'type-graphql';
import { assessmentBodiesOf, type ListedBody } from '../../policy/directory.js';
import { occupationOf } from '../../policy/occupations.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { bodyStatusOf } from '../../policy/training/listing-status.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { nodeId } from '../../policy/node-id.js';
import { CitationType } from './citation.type.js';
import { connectionType } from './connection.type.js';
import { ListingStatusEnum } from './governance-enums.js';
import { isListedFor, ListingType, listingViews, statusFields } from './listing.type.js';
import { NodeType } from './node.type.js';

@InputType('AssessmentBodyFilter', described('评价机构的筛选；各项须同时满足', 'Which assessment bodies; all parts must hold'))
export class AssessmentBodyFilter {
  @Field(() => String, { nullable: true, ...described('已入目录的职业，代码或名称', 'Listed for this occupation, code or Chinese name') })
  occupation?: string | null;
}

@ObjectType('AssessmentBody', {
  implements: NodeType,
  ...described('入目录的评价机构（附件6）', 'An assessment body listed in Annex 6'),
  simpleResolvers: true,
})
export class AssessmentBodyType extends NodeType {
  @Field(() => String, described('内部代码，如 EI-CIE', 'Internal code, such as EI-CIE'))
  code!: string;

  @Field(() => String, described('附件6 所印名称', 'Name as printed in Annex 6'))
  nameZh!: string;

  @Field(() => String, described('英文名，未经确认', 'English name, not confirmed'))
  nameEn!: string;

  @Field(() => String, {
    nullable: true,
    ...described('统一社会信用代码；未登记则为空', 'Unified social credit code; null until it is registered'),
  })
  creditCode!: string | null;

  @Field(() => ListingStatusEnum, described('整个机构当日的状态', 'The status of the whole body on the day'))
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

  @Field(() => [ListingType], described('入目录的职业', 'The occupations it is listed for'))
  listings!: readonly ListingType[];

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

export const AssessmentBodyConnectionType = connectionType('AssessmentBody', '评价机构', 'assessment body', () => AssessmentBodyType);

const toView = (book: RuleBook, body: ListedBody): AssessmentBodyType => {
  const { code, nameZh, nameEn, entry } = body;
  const view = {
    __typename: 'AssessmentBody',
    id: nodeId('AssessmentBody', code),
    code,
    nameZh,
    nameEn,
    creditCode: body.creditCode,
    ...statusFields(bodyStatusOf(book, code)),
    listings: listingViews(book, body),
    citation: entry.citation,
  };
  return view;
};

/** The assessment bodies of a rule book as the API shows them, by code, in the order of the codes. */
export const assessmentBodyViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, AssessmentBodyType> =>
    new Map(assessmentBodiesOf(book).map((body) => [body.code, toView(book, body)])),
);

/** The assessment bodies that a filter lets through. Throws UNKNOWN_OCCUPATION. */
export function filteredAssessmentBodies(book: RuleBook, filter: AssessmentBodyFilter | null): AssessmentBodyType[] {
  const occupation = filter?.occupation ? occupationOf(book, filter.occupation, 'filter.occupation').code : null;
  return [...assessmentBodyViews(book).values()].filter(({ listings }) => isListedFor(listings, occupation));
}
