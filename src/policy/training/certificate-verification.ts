import { refuseCertificate } from '../refusals/certificates.js';
import type { Refusal } from '../refusals/refusal.js';

export type VerificationOutcome = 'VERIFIED' | 'FAILED';

/** A certificate that somebody looks up. */
export interface LookedUpCertificate {
  readonly verification: 'UNVERIFIED' | VerificationOutcome;
  readonly issuedOn: string;
  readonly recordedBy: string;
}

/**
 * Every reason why a person cannot record the outcome of a look-up so; none where it can be done. It may be corrected later, never by who recorded the certificate.
 * Source: 辽人社发〔2023〕36号, 四(二); Q21
 */
export function verificationRefusals(
  certificate: LookedUpCertificate,
  { person, outcome, verifiedOn }: { readonly person: string; readonly outcome: VerificationOutcome; readonly verifiedOn: string },
): readonly Refusal[] {
  const { verification: found, issuedOn, recordedBy } = certificate;
  const refusals: Refusal[] = [];
  if (found === outcome) refusals.push(refuseCertificate('ALREADY_SO', 'outcome', { found, expected: others(outcome) }));
  if (recordedBy === person)
    refusals.push(refuseCertificate('RECORDER_VERIFIES', null, { act: 'verifyCertificate', earlierAct: 'recordCertificate' }));
  if (verifiedOn < issuedOn) refusals.push(refuseCertificate('VERIFIED_BEFORE_ISSUE', 'verifiedOn', { verifiedOn, issuedOn }));
  return refusals;
}

const others = (outcome: VerificationOutcome) => ['UNVERIFIED', outcome === 'VERIFIED' ? 'FAILED' : 'VERIFIED'];
