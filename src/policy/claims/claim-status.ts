/** The states of a claim, in the order of its life. Source: our design, docs/decisions/0018-claims.md */
export const CLAIM_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'FIRST_REVIEWED',
  'SECOND_REVIEWED',
  'ON_NOTICE',
  'OBJECTED',
  'FINANCE_APPROVED',
  'QUEUED',
  'PAYING',
  'PAID',
  'PAYMENT_FAILED',
  'REJECTED',
  'WITHDRAWN',
] as const;

export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** The states in which a claim's trainees stand in no other claim: from the draft until it is rejected or withdrawn. */
export const isOpen = (status: ClaimStatus): boolean => status !== 'REJECTED' && status !== 'WITHDRAWN';
