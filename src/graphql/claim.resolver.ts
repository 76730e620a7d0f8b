import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { changeClaim } from '../operations/claims/change-claim.js';
import { dismissObjection } from '../operations/claims/dismiss-objection.js';
import { draftClaim } from '../operations/claims/draft-claim.js';
import { objectToClaim } from '../operations/claims/object-to-claim.js';
import { publishClaim } from '../operations/claims/publish-claim.js';
import { rejectClaim } from '../operations/claims/reject-claim.js';
import { returnClaim } from '../operations/claims/return-claim.js';
import { firstReviewClaim, secondReviewClaim } from '../operations/claims/review-claim.js';
import { submitClaim } from '../operations/claims/submit-claim.js';
import { withdrawClaim } from '../operations/claims/withdraw-claim.js';
import { CLAIM_WORKFLOW } from '../policy/claims/claim-workflow.js';
import { rightsOf } from '../policy/access/rights.js';
import { readClaims } from '../store/claims.js';
import type { ClaimRow } from '../store/rows/claim-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import {
  ChangeClaimInput,
  claimConditions,
  ClaimFilter,
  ClaimStepInput,
  DraftClaimInput,
  ReasonedClaimStepInput,
  ReviewClaimInput,
} from './types/claim-input.type.js';
import { ClaimConnectionType, ClaimTransitionType, ClaimPayloadType, claimView } from './types/claim.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

/** Claims as the API shows them, under the rules of the day of their last step. */
export const claimViewIn =
  ({ desk }: ServiceContext) =>
  (row: ClaimRow) =>
    claimView(desk.ruleBook({ on: row.lastOn }), row);

@Resolver()
export class ClaimResolver {
  @Query(() => ClaimConnectionType, described('权限范围内的申领', 'The claims within reach'))
  async claims(
    @Arg('filter', () => ClaimFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: ClaimFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const rows = await readClaims(manager, reachFor(context, 'claims'), claimConditions(filter), rowPageOf('Claim', page));
    return rowConnection('Claim', rows, claimViewIn(context));
  }

  @Query(
    () => [ClaimTransitionType],
    described('申领的流程：每一步由谁在什么前提下办理', 'The workflow of claims: who takes each step, and what must be so'),
  )
  claimWorkflow(): ClaimTransitionType[] {
    return CLAIM_WORKFLOW.map((edge) => ({ ...edge, roles: rightsOf(edge.act) }));
  }

  @Mutation(() => ClaimPayloadType, described('起草申领', 'Draw up a claim'))
  draftClaim(@Arg('input', () => DraftClaimInput, INPUT) input: DraftClaimInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', draftClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('修改草稿或被退回的申领的名单', 'Change the list of a claim that is drafted or was returned'))
  changeClaim(@Arg('input', () => ChangeClaimInput, INPUT) input: ChangeClaimInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', changeClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('提交申领', 'Submit a claim'))
  submitClaim(@Arg('input', () => ClaimStepInput, INPUT) input: ClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', submitClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('撤回尚未审核的申领', 'Withdraw a claim that nobody has reviewed yet'))
  withdrawClaim(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', withdrawClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('退回申领，附理由', 'Return a claim with the reason'))
  returnClaim(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', returnClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('初审：整批通过，例外的行除外', 'The first review: all lines at once but the exceptions'))
  firstReviewClaim(@Arg('input', () => ReviewClaimInput, INPUT) input: ReviewClaimInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', firstReviewClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('复审，须与初审不同人', 'The second review; not by who made the first'))
  secondReviewClaim(@Arg('input', () => ReviewClaimInput, INPUT) input: ReviewClaimInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', secondReviewClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('公示申领（Q40）', 'Publish a claim (Q40)'))
  publishClaim(@Arg('input', () => ClaimStepInput, INPUT) input: ClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', publishClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('登记对公示的异议', 'Record an objection to a published claim'))
  objectToClaim(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', objectToClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('驳回异议，须与登记人不同', 'Dismiss an objection; not by who recorded it'))
  dismissObjection(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', dismissObjection, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('不予通过申领，附理由', 'Reject a claim with the reason'))
  rejectClaim(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', rejectClaim, input, claimViewIn(context));
  }
}
