import { Field, ObjectType } from 'type-graphql';
import { type Occupation, occupationsOf } from '../../policy/occupations.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { nodeId } from '../../policy/node-id.js';
import { CitationType } from './citation.type.js';
import { NodeType } from './node.type.js';

@ObjectType('Occupation', { implements: NodeType, ...described('职业（工种）', 'Occupation'), simpleResolvers: true })
export class OccupationType extends NodeType {
  @Field(() => String, described('内部代码，如 BIG_DATA', 'Internal code, such as BIG_DATA'))
  code!: string;

  @Field(() => String, described('附件5 所印名称', 'Name as printed in Annex 5'))
  nameZh!: string;

  @Field(() => String, described('简称', 'Short Chinese name'))
  shortZh!: string;

  @Field(() => String, described('英文名', 'English name'))
  nameEn!: string;

  @Field(() => String, described('职业大典代码（附件5 所印）', 'National occupation code as printed'))
  nationalCode!: string;

  @Field(() => String, { nullable: true, ...described('2022 年版代码，未经确认', 'Code of the 2022 edition, not confirmed') })
  nationalCode2022!: string | null;

  @Field(() => [String], described('文件中的其他写法', 'Other spellings met in the notices'))
  aliasesZh!: readonly string[];

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

const toView = (occupation: Occupation): OccupationType => {
  const { entry, printedOrder: _order, ...shown } = occupation;
  return { ...shown, __typename: 'Occupation', id: nodeId('Occupation', occupation.code), citation: entry.citation } as OccupationType;
};

/** The occupations of a rule book as the API shows them, by code, in printed order. */
export const occupationViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, OccupationType> => new Map(occupationsOf(book).map((one) => [one.code, toView(one)])),
);

/** The occupation of a code that a rule has already found. */
export const occupationView = (book: RuleBook, code: string): OccupationType => occupationViews(book).get(code) as OccupationType;
