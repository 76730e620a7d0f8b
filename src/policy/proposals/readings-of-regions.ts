/**
 * The open questions that the bureaus of a region settle for themselves. Every other one is the province's, for one region as for all: no city lifts the ceiling
 * of its own places.
 * Source: seeds/open-questions, settledBy; our design, docs/decisions/0016-two-persons.md
 */
export const READINGS_OF_REGIONS: readonly string[] = [
  'eligibility.repeat',
  'eligibility.personRegion',
  'amount.cityOverride',
  'amount.examFee',
  'evidence.onlineException',
  'evidence.attendanceMin',
  'evidence.verification',
  'evidence.agreement',
  'evidence.realName',
  'evidence.tuition',
  'fund.balanceSource',
  'payout.approval',
  'payout.batch',
  'payout.claimWindow',
  'payout.publicNotice',
  'clawback.scope',
  'quota.year',
  'sanction.procedure',
];
