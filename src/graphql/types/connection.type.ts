import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Connection } from '../connection.js';
import { described } from '../described.js';
import { DaySelection } from './rule-selection.type.js';

@ArgsType()
export class PageArguments extends DaySelection {
  @Field(() => Int, {
    nullable: true,
    ...described('从前往后取几条，1 至 100；不填为 20', 'How many from the front, 1 to 100; left out means 20'),
  })
  first?: number | null;

  @Field(() => String, { nullable: true, ...described('从此游标之后取', 'Only what follows this cursor') })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    ...described('从后往前取几条，1 至 100；不与 first 同填', 'How many from the end, 1 to 100; not beside first'),
  })
  last?: number | null;

  @Field(() => String, { nullable: true, ...described('取到此游标之前', 'Only what precedes this cursor') })
  before?: string | null;
}

@ObjectType('PageInfo', { ...described('本页在整个列表中的位置', 'Where a page stands in its list'), simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, described('之后是否还有', 'Whether more follow'))
  hasNextPage!: boolean;

  @Field(() => Boolean, described('之前是否还有', 'Whether more precede'))
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    ...described('本页第一条的游标；本页为空时为空', 'Cursor of the first on the page; null for an empty page'),
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('本页最后一条的游标；本页为空时为空', 'Cursor of the last on the page; null for an empty page'),
  })
  endCursor!: string | null;
}

/** The GraphQL types of a paged list: `<name>Connection` and `<name>Edge`. */
export function connectionType<Node extends object>(
  name: string,
  zh: string,
  en: string,
  nodeType: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { ...described(`${zh}列表的一条`, `One entry of a list: ${en}`), simpleResolvers: true })
  class EdgeType {
    @Field(() => String, described('游标', 'Cursor'))
    cursor!: string;

    @Field(nodeType, described(zh, `The ${en}`))
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { ...described(`${zh}列表的一页`, `One page of a list: ${en}`), simpleResolvers: true })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], described('各条及其游标', 'The entries with their cursors'))
    edges!: EdgeType[];

    @Field(() => [nodeType()], described('各条', 'The entries without cursors'))
    nodes!: Node[];

    @Field(() => PageInfoType, described('本页位置', 'Where the page stands'))
    pageInfo!: PageInfoType;

    @Field(() => Int, described('筛选后的总条数', 'How many there are on all pages, after filtering'))
    totalCount!: number;
  }
  return ConnectionType;
}
