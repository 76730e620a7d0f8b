import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import { regionOf } from '../../policy/regions.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { proposedChangeView } from '../proposed-change-view.js';
import { Instant } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { ProposalKindEnum, ProposalStatusEnum } from './governance-enums.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { ProposedChangeType } from './proposed-change.type.js';
import { RegionType, regionView } from './region.type.js';

@ObjectType('Proposal', {
  implements: NodeType,
  ...described('提案：一人提出，另一人批准后生效', 'A proposal: made by one person, in effect once another one approves it'),
  simpleResolvers: true,
})
export class ProposalType extends NodeType {
  @Field(() => ProposalKindEnum, described('种类', 'Kind'))
  kind!: string;

  @Field(() => RegionType, { nullable: true, ...described('哪个地区的；空为全省', "Whose it is; null is the province's") })
  region!: RegionType | null;

  @Field(() => ProposedChangeType, described('内容', 'What it would change'))
  change!: ProposedChangeType;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => ProposalStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, described('提出人', 'Who proposed it'))
  proposedBy!: string;

  @Field(() => Instant, described('提出时刻', 'When it was proposed'))
  proposedAt!: string;

  @Field(() => String, { nullable: true, ...described('决定人', 'Who decided') })
  decidedBy!: string | null;

  @Field(() => Instant, { nullable: true, ...described('决定时刻', 'When it was decided') })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, ...described('决定的说明或理由', 'Note or reason of the decision') })
  decisionNote!: string | null;
}

/** A proposal as the API shows it. */
export const proposalView = (book: RuleBook, row: ProposalRow): ProposalType => {
  const { payload, regionCode, ...rest } = row;
  const view = {
    ...rest,
    __typename: 'Proposal',
    id: nodeId('Proposal', row.id),
    region: regionCode === null ? null : regionView(book, regionCode),
    change: proposedChangeView(book, payload),
  };
  return view;
};

export const ProposalConnectionType = connectionType('Proposal', '提案', 'proposal', () => ProposalType);
export const ProposalPayloadType = payloadType('ProposalPayload', 'proposal', () => ProposalType, '提案', 'proposal');

@InputType('ProposalFilter', described('提案的筛选；各项须同时满足', 'Which proposals; all parts must hold'))
export class ProposalFilter {
  @Field(() => ProposalKindEnum, { nullable: true, ...described('种类', 'Kind') })
  kind?: string | null;

  @Field(() => ProposalStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => String, { nullable: true, ...described('地区，代码或名称', 'Region, code or Chinese name') })
  region?: string | null;
}

/** The conditions of a filter. Throws UNKNOWN_REGION. */
export const proposalConditions = (book: RuleBook, filter: ProposalFilter | null): readonly Condition[] => [
  ...(filter?.kind ? [condition('row.kind = $1', filter.kind)] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.region ? [condition('row.region_code = $1', regionOf(book, filter.region, 'filter.region').code)] : []),
];

@InputType('ApproveProposalInput', described('批准提案', 'The approval of a proposal'))
export class ApproveProposalInput extends KeyedInput {
  @Field(() => ID, described('提案', 'The proposal'))
  proposalId!: string;

  @Field(() => String, { nullable: true, ...described('说明', 'Note') })
  note?: string | null;
}

@InputType('RejectProposalInput', described('不批准提案', 'The rejection of a proposal'))
export class RejectProposalInput extends KeyedInput {
  @Field(() => ID, described('提案', 'The proposal'))
  proposalId!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
