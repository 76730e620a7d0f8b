import { z } from 'zod';
import { listOf, optional, yuanText } from '../../policy/input.js';
import { requirePayingByTrainee } from '../../policy/claims/paying-region.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { claimableEnrolments } from '../../store/claimable-enrolments.js';
import { insertClaimLines, takeClaimedKeys } from '../../store/claims.js';
import { nextIds } from '../../store/next-ids.js';
import type { ClaimLineRow } from '../../store/rows/claim-line-row.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Act } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';

const LINES_MAX = 10_000;

export const enrolmentIdsInput = listOf(idOf('Enrolment'), LINES_MAX, 0);
/** What the institution charged some trainees; nothing was charged who is not among them. */
export const tuitionInput = optional(listOf(z.strictObject({ enrolmentId: idOf('Enrolment'), amount: yuanText }), LINES_MAX, 0));
export type Tuition = z.infer<typeof tuitionInput>;

/** Which trainees a claim gets, or why it does not. */
type Chosen =
  | { readonly kind: 'chosen'; readonly enrolmentIds: readonly string[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Chooses trainees for a claim of a run against a region: those that are named, or all certified ones that stand in no claim. Their region pays.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q35
 */
export async function chooseTrainees(act: Act, claim: ClaimRow, named: readonly string[] | null, field = 'enrolmentIds'): Promise<Chosen> {
  const { courseRunId, institutionCode, regionCode } = claim;
  requirePayingByTrainee(act.desk.ruleBook({ on: claim.lastOn }));
  const regions = [regionCode];
  const enrolmentIds = await claimableEnrolments(act.manager, { courseRunId, institutionCode, regions, enrolmentIds: named });
  const missing = (named ?? []).filter((id) => !enrolmentIds.includes(id));
  if (missing.length > 0)
    return refusedBy(refuseClaim('LINE_NOT_CLAIMABLE', field, { region: regionCode, lines: placesOf(field, named ?? [], missing) }));
  if (enrolmentIds.length === 0 && named === null) return refusedBy(refuseClaim('NOBODY_TO_CLAIM', null, { region: regionCode }));
  return { kind: 'chosen', enrolmentIds };
}

const refusedBy = (refusal: Refusal): Chosen => ({ kind: 'refused', refusals: [refusal] });
/** Where the ids stand in the input: an answer says nothing of what it was not shown. */
const placesOf = (field: string, all: readonly string[], some: readonly string[]): readonly string[] =>
  some.slice(0, SHOWN_MAX).map((id) => (all.includes(id) ? `${field}[${all.indexOf(id)}]` : field));
/** An answer names some of many. */
const SHOWN_MAX = 20;

/**
 * Adds trainees to a claim, each of whom may stand in one open claim only. They are judged afterwards.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function addLines(
  { manager }: Act,
  claim: ClaimRow,
  enrolmentIds: readonly string[],
  tuition: Tuition,
  field = 'enrolmentIds',
): Promise<readonly Refusal[]> {
  const taken = await takeClaimedKeys(manager, claim.id, enrolmentIds);
  if (taken.length > 0) return [refuseClaim('LINE_IN_CLAIM', field, { lines: placesOf(field, enrolmentIds, taken) })];
  const charged = new Map((tuition ?? []).map(({ enrolmentId, amount }) => [enrolmentId, amount]));
  const ids = await nextIds(
    manager,
    enrolmentIds.map(() => claim.year),
  );
  const rows = enrolmentIds.map(
    (enrolmentId, index): ClaimLineRow => ({
      ...UNJUDGED,
      id: ids[index] ?? '',
      year: claim.year,
      claimId: claim.id,
      enrolmentId,
      tuitionCharged: charged.get(enrolmentId) ?? UNJUDGED.due,
    }),
  );
  await insertClaimLines(manager, rows);
  return [];
}

const UNJUDGED = { leftOutReason: null, status: 'NOT_PAYABLE', entitlement: '0.00', due: '0.00', reasons: [], receiptHash: null } as const;

/** Refuses fees of trainees who are not in the claim. */
export function tuitionRefusals(tuition: Tuition, enrolmentIds: readonly string[]): readonly Refusal[] {
  const unknown = (tuition ?? []).flatMap(({ enrolmentId }, index) => (enrolmentIds.includes(enrolmentId) ? [] : [`tuition[${index}]`]));
  return unknown.length === 0 ? [] : [refuseClaim('LINE_UNKNOWN', 'tuition', { lines: unknown.slice(0, SHOWN_MAX) })];
}
