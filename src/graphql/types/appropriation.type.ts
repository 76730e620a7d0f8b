import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { FundSourceEnum } from './calculator-enums.js';
import { connectionType } from './connection.type.js';
import { publishedEnum } from './enums.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';

export const AppropriationCauseEnum = publishedEnum('AppropriationCause', '资金变动的原因', 'Why the money of a fund changes', {
  APPROPRIATION: ['拨款', 'An appropriation'],
  OPENING: ['期初余额', 'The opening balance'],
  TOP_UP: ['追加', 'A top-up'],
  CARRY_OVER: ['年末结转下年', 'Carried over to the next year'],
  REVERSAL: ['冲销先前一笔', 'An earlier one taken back'],
});

export const AppropriationStatusEnum = publishedEnum('AppropriationStatus', '资金记录状态', 'State of an appropriation', {
  PROPOSED: ['待批准，资金未动', 'Waiting for approval: no money has moved'],
  APPROVED: ['已批准，资金已动', 'Approved: the money has moved'],
  REJECTED: ['未批准', 'Rejected'],
  REVERSED: ['已冲销', 'Taken back'],
});

@ObjectType('Appropriation', {
  implements: NodeType,
  ...described('按文件拨入、结转或冲销的一笔资金（四(一)2）', 'Money that a document brings into a fund, carries over or takes back'),
  simpleResolvers: true,
})
export class AppropriationType extends NodeType {
  @Field(() => Int, described('资金年度', 'Fiscal year of the fund'))
  year!: number;

  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => FundSourceEnum, described('资金来源', 'Fund'))
  fund!: string;

  @Field(() => AppropriationCauseEnum, described('原因', 'Cause'))
  cause!: string;

  @Field(() => MoneyCNY, described('金额（元）', 'Amount in yuan'))
  amount!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => String, { nullable: true, ...described('说明或理由', 'Note or reason') })
  reason!: string | null;

  @Field(() => ID, { nullable: true, ...described('被冲销的那一笔', 'What a reversal takes back') })
  reversesId!: string | null;

  @Field(() => AppropriationStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;

  @Field(() => CalendarDay, described('登记日期', 'The day of its record'))
  recordedOn!: string;

  @Field(() => String, { nullable: true, ...described('审批人', 'Who decided') })
  decidedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('审批日期', 'The day of the decision') })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, ...described('不批准的理由', 'Why it was rejected') })
  decisionNote!: string | null;
}

/** An appropriation as the API shows it. */
export const appropriationView = (book: RuleBook, { reversesId, ...row }: AppropriationRow): AppropriationType => {
  const view = {
    ...row,
    __typename: 'Appropriation',
    id: nodeId('Appropriation', row.id),
    region: regionView(book, row.regionCode),
    reversesId: reversesId === null ? null : nodeId('Appropriation', reversesId),
  };
  return view;
};

export const AppropriationConnectionType = connectionType('Appropriation', '资金记录', 'appropriation', () => AppropriationType);
export const AppropriationPayloadType = payloadType(
  'AppropriationPayload',
  'appropriation',
  () => AppropriationType,
  '资金记录',
  'appropriation',
);

@InputType('AppropriationFilter', described('资金记录的筛选；各项须同时满足', 'Which appropriations; all parts must hold'))
export class AppropriationFilter {
  @Field(() => Int, { nullable: true, ...described('资金年度', 'Fiscal year of the fund') })
  year?: number | null;

  @Field(() => String, { nullable: true, ...described('地区代码', 'Code of the region') })
  region?: string | null;

  @Field(() => FundSourceEnum, { nullable: true, ...described('资金来源', 'Fund') })
  fund?: string | null;

  @Field(() => AppropriationCauseEnum, { nullable: true, ...described('原因', 'Cause') })
  cause?: string | null;

  @Field(() => AppropriationStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;
}

const COLUMNS: Readonly<Record<keyof AppropriationFilter, string>> = {
  year: 'year',
  region: 'region_code',
  fund: 'fund',
  cause: 'cause',
  status: 'status',
};

/** The conditions of a filter. */
export const appropriationConditions = (filter: AppropriationFilter | null): readonly Condition[] =>
  Object.entries(COLUMNS).flatMap(([field, column]) => {
    const value = filter?.[field as keyof AppropriationFilter] ?? null;
    return value === null ? [] : [condition(`row.${column} = $1`, value)];
  });
