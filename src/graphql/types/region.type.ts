import { Field, Int, ObjectType } from 'type-graphql';
import { rememberedPerBook } from '../../policy/remembered.js';
import { regionsOf } from '../../policy/regions.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { nodeId } from '../../policy/node-id.js';
import { CitationType } from './citation.type.js';
import { NodeType } from './node.type.js';

@ObjectType('Office', { ...described('地区内承担某一职责的部门', 'The office that holds a role in a region'), simpleResolvers: true })
export class OfficeType {
  @Field(() => String, described('职责：HR 人社、FINANCE 财政、DATA 数据', 'Role: HR, FINANCE or DATA'))
  role!: string;

  @Field(() => String, described('部门名称', 'Name of the office'))
  nameZh!: string;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('Region', {
  implements: NodeType,
  ...described('地区：14 个市和沈抚示范区', 'Region: one of fourteen cities or the Shenfu zone'),
  simpleResolvers: true,
})
export class RegionType extends NodeType {
  @Field(() => String, described('内部代码，如 LN-210100', 'Internal code, such as LN-210100'))
  code!: string;

  @Field(() => Int, described('附件7 所印次序', 'Order in Annex 7'))
  printedOrder!: number;

  @Field(() => String, described('附件7 所印名称', 'Name as printed in Annex 7'))
  nameZh!: string;

  @Field(() => String, described('全称', 'Full Chinese name'))
  nameZhFull!: string;

  @Field(() => String, described('英文名', 'English name'))
  nameEn!: string;

  @Field(() => String, {
    nullable: true,
    ...described('GB/T 2260 代码，未经确认；沈抚示范区没有', 'GB/T 2260 code, not confirmed; the Shenfu zone has none'),
  })
  gbtCode!: string | null;

  @Field(
    () => Boolean,
    described('是否有入目录的培训机构（由机构名称推断）', 'Whether a listed training institution has its home here (inferred from names)'),
  )
  hasListedTrainer!: boolean;

  @Field(() => [OfficeType], described('人社、财政、数据部门', 'HR, finance and data offices'))
  offices!: OfficeType[];

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

/** The regions of a rule book as the API shows them, by code, in the order of Annex 7. */
export const regionViews = rememberedPerBook((book: RuleBook): ReadonlyMap<string, RegionType> => {
  const offices = book.entries('OFFICE');
  return new Map(
    regionsOf(book).map(({ entry, ...region }) => {
      const own = offices.filter(({ attributes }) => attributes['regionCode'] === region.code);
      const view = {
        ...region,
        __typename: 'Region',
        id: nodeId('Region', region.code),
        offices: own.map(({ attributes, citation }) => ({ role: attributes['role'] ?? '', nameZh: attributes['nameZh'] ?? '', citation })),
        citation: entry.citation,
      };
      return [region.code, view as RegionType];
    }),
  );
});

/** The region of a code that a rule has already found. */
export const regionView = (book: RuleBook, code: string): RegionType => regionViews(book).get(code) as RegionType;
