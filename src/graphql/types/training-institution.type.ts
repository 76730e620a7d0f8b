import { Field, InputType, ObjectType } from 'type-graphql';
import { type ListedBody, trainingInstitutionsOf } from '../../policy/directory.js';
import { occupationOf } from '../../policy/occupations.js';
import { regionOf } from '../../policy/regions.js';
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
import { RegionType, regionView } from './region.type.js';

@InputType('TrainingInstitutionFilter', described('培训机构的筛选；各项须同时满足', 'Which training institutions; all parts must hold'))
export class TrainingInstitutionFilter {
  @Field(() => String, { nullable: true, ...described('已入目录的职业，代码或名称', 'Listed for this occupation, code or Chinese name') })
  occupation?: string | null;

  @Field(() => String, { nullable: true, ...described('所在地区，代码或名称', 'Has its home in this region, code or Chinese name') })
  homeRegion?: string | null;
}

@ObjectType('TrainingInstitution', {
  implements: NodeType,
  ...described('入目录的培训机构（附件1）', 'A training institution listed in Annex 1'),
  simpleResolvers: true,
})
export class TrainingInstitutionType extends NodeType {
  @Field(() => String, described('内部代码，如 TI-DUT', 'Internal code, such as TI-DUT'))
  code!: string;

  @Field(() => String, described('附件1 所印名称', 'Name as printed in Annex 1'))
  nameZh!: string;

  @Field(() => String, described('英文名，未经确认', 'English name, not confirmed'))
  nameEn!: string;

  @Field(() => RegionType, { nullable: true, ...described('所在地区，由名称推断（Q30）', 'Home region, inferred from the name (Q30)') })
  homeRegion!: RegionType | null;

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

export const TrainingInstitutionConnectionType = connectionType(
  'TrainingInstitution',
  '培训机构',
  'training institution',
  () => TrainingInstitutionType,
);

const toView = (book: RuleBook, body: ListedBody): TrainingInstitutionType => {
  const { code, nameZh, nameEn, homeRegionCode, entry } = body;
  const homeRegion = homeRegionCode === null ? null : regionView(book, homeRegionCode);
  const view = {
    __typename: 'TrainingInstitution',
    id: nodeId('TrainingInstitution', code),
    code,
    nameZh,
    nameEn,
    homeRegion,
    creditCode: body.creditCode,
    ...statusFields(bodyStatusOf(book, code)),
    listings: listingViews(book, body),
    citation: entry.citation,
  };
  return view;
};

/** The training institutions of a rule book as the API shows them, by code, in the order of the codes. */
export const trainingInstitutionViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, TrainingInstitutionType> =>
    new Map(trainingInstitutionsOf(book).map((body) => [body.code, toView(book, body)])),
);

/** The training institutions that a filter lets through. Throws UNKNOWN_OCCUPATION, UNKNOWN_REGION. */
export function filteredTrainingInstitutions(book: RuleBook, filter: TrainingInstitutionFilter | null): TrainingInstitutionType[] {
  const occupation = filter?.occupation ? occupationOf(book, filter.occupation, 'filter.occupation').code : null;
  const homeRegion = filter?.homeRegion ? regionOf(book, filter.homeRegion, 'filter.homeRegion').code : null;
  return [...trainingInstitutionViews(book).values()].filter(
    (view) => isListedFor(view.listings, occupation) && (homeRegion === null || view.homeRegion?.code === homeRegion),
  );
}
