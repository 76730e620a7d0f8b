import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { adjustQuota } from '../operations/quota/adjust-quota.js';
import { quotaUsageOf } from '../operations/quota/quota-usage.js';
import { proposalsOf } from '../store/proposals.js';
import { quotaAdjustmentsOf } from '../store/quota-changes.js';
import { checkedYear } from './checked-year.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { quietReachFor, reachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { ProposalPayloadType, proposalView } from './types/proposal.type.js';
import { AdjustQuotaInput, QuotaAdjustmentType, quotaAdjustmentView, QuotaUsageType, quotaUsageView } from './types/quota-usage.type.js';

const YEAR = described('年度，1900 至 2999', 'Calendar year, 1900 to 2999');

@Resolver()
export class QuotaUsageResolver {
  @Query(() => QuotaUsageType, described('某年的名额使用情况', 'How the places of a year stand'))
  async quotaUsage(@Arg('year', () => Int, YEAR) year: number, @Ctx() { desk, workplace }: ServiceContext) {
    const at = workplace.clock().toISOString();
    return quotaUsageView(desk.ruleBook(), await quotaUsageOf({ manager: workplace.dataSource.manager, desk, at }, checkedYear(year)));
  }

  @Query(
    () => [QuotaAdjustmentType],
    described('权限范围内某年的名额调整，按先后', 'The adjustments of the quota of a year within reach, the first one first'),
  )
  async quotaAdjustments(@Arg('year', () => Int, YEAR) year: number, @Ctx() context: ServiceContext) {
    const { desk, workplace } = context;
    const { manager } = workplace.dataSource;
    const changes = await quotaAdjustmentsOf(manager, reachFor(context, 'quotaAdjustments'), checkedYear(year));
    const ids = changes.flatMap(({ proposalId }) => proposalId ?? []);
    const proposals = await proposalsOf(manager, quietReachFor(context, 'proposals'), ids);
    return changes.map((change) =>
      quotaAdjustmentView(desk.ruleBook(), change, proposals.find(({ id }) => id === change.proposalId) ?? null),
    );
  }

  @Mutation(
    () => ProposalPayloadType,
    described('提出名额调整，另一人批准后生效', 'Propose an adjustment of the quota; it takes effect when another person approves'),
  )
  adjustQuota(
    @Arg('input', () => AdjustQuotaInput, described('内容', 'What is asked')) input: AdjustQuotaInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'proposal', adjustQuota, input, (row) => proposalView(context.desk.ruleBook(), row));
  }
}
