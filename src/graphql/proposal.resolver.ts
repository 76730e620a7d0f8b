import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Operation } from '../operations/acting/act.js';
import { addListing } from '../operations/governance/add-listing.js';
import { changeDirectoryStatus } from '../operations/governance/change-directory-status.js';
import { approveProposal, rejectProposal } from '../operations/governance/decide-proposal.js';
import { proposeCategoryList } from '../operations/governance/propose-category-list.js';
import { proposeReading } from '../operations/governance/propose-reading.js';
import { proposeRegionalRate } from '../operations/governance/propose-regional-rate.js';
import { registerCreditCode } from '../operations/governance/register-credit-code.js';
import { readProposals } from '../store/proposals.js';
import type { ProposalRow } from '../store/rows/proposal-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import {
  AddListingInput,
  ChangeDirectoryStatusInput,
  ProposeCategoryListInput,
  ProposeReadingInput,
  ProposeRegionalRateInput,
  RegisterCreditCodeInput,
} from './types/governance-inputs.type.js';
import { RowPageArguments } from './types/page.type.js';
import {
  ApproveProposalInput,
  proposalConditions,
  ProposalConnectionType,
  ProposalFilter,
  ProposalPayloadType,
  proposalView,
  RejectProposalInput,
} from './types/proposal.type.js';

const INPUT = described('内容', 'What is asked');
/** Proposals as the API shows them, under today's rules. */
export const proposalViewIn =
  ({ desk }: ServiceContext) =>
  (row: ProposalRow) =>
    proposalView(desk.ruleBook(), row);

/** Every mutation here answers with the proposal. */
const proposed = <Input>(context: ServiceContext, operation: Operation<Input, ProposalRow>, input: object) =>
  payloadOf(context, 'proposal', operation, input, proposalViewIn(context));

@Resolver()
export class ProposalResolver {
  @Query(() => ProposalConnectionType, described('权限范围内的提案', 'The proposals within reach'))
  async proposals(
    @Arg('filter', () => ProposalFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: ProposalFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'proposals');
    const conditions = proposalConditions(context.desk.ruleBook(), filter);
    const rows = await readProposals(context.workplace.dataSource.manager, reach, conditions, rowPageOf('Proposal', page));
    return rowConnection('Proposal', rows, proposalViewIn(context));
  }

  @Mutation(
    () => ProposalPayloadType,
    described('批准提案并使其生效，须与提出人不同', 'Approve a proposal and put it into effect; not by who made it'),
  )
  approveProposal(@Arg('input', () => ApproveProposalInput, INPUT) input: ApproveProposalInput, @Ctx() context: ServiceContext) {
    return proposed(context, approveProposal, input);
  }

  @Mutation(() => ProposalPayloadType, described('不批准提案，须与提出人不同', 'Reject a proposal; not by who made it'))
  rejectProposal(@Arg('input', () => RejectProposalInput, INPUT) input: RejectProposalInput, @Ctx() context: ServiceContext) {
    return proposed(context, rejectProposal, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出未决问题自某日起的理解', 'Propose a reading of an open question from a day on'))
  proposeReading(@Arg('input', () => ProposeReadingInput, INPUT) input: ProposeReadingInput, @Ctx() context: ServiceContext) {
    return proposed(context, proposeReading, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出确认的补贴人员类别名单', 'Propose the confirmed list of trainee categories'))
  proposeCategoryList(
    @Arg('input', () => ProposeCategoryListInput, INPUT) input: ProposeCategoryListInput,
    @Ctx() context: ServiceContext,
  ) {
    return proposed(context, proposeCategoryList, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出地区自定的补贴标准或学时', "Propose a region's own hourly rate or required hours"))
  proposeRegionalRate(
    @Arg('input', () => ProposeRegionalRateInput, INPUT) input: ProposeRegionalRateInput,
    @Ctx() context: ServiceContext,
  ) {
    return proposed(context, proposeRegionalRate, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出目录内机构的状态', 'Propose the status of a listed body'))
  changeDirectoryStatus(
    @Arg('input', () => ChangeDirectoryStatusInput, INPUT) input: ChangeDirectoryStatusInput,
    @Ctx() context: ServiceContext,
  ) {
    return proposed(context, changeDirectoryStatus, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出目录增列', 'Propose a new listing'))
  addListing(@Arg('input', () => AddListingInput, INPUT) input: AddListingInput, @Ctx() context: ServiceContext) {
    return proposed(context, addListing, input);
  }

  @Mutation(() => ProposalPayloadType, described('提出机构的统一社会信用代码', 'Propose the unified social credit code of a body'))
  registerCreditCode(@Arg('input', () => RegisterCreditCodeInput, INPUT) input: RegisterCreditCodeInput, @Ctx() context: ServiceContext) {
    return proposed(context, registerCreditCode, input);
  }
}
