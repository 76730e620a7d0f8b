import { draftClaim } from '../../../src/operations/claims/draft-claim.js';
import { firstReviewClaim, secondReviewClaim } from '../../../src/operations/claims/review-claim.js';
import { submitClaim } from '../../../src/operations/claims/submit-claim.js';
import { assessClaims, type AssessedClaim } from '../../../src/operations/claims/assess-claims.js';
import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { verifyCertificate } from '../../../src/operations/certificates/verify-certificate.js';
import { proposeCategoryList } from '../../../src/operations/governance/propose-category-list.js';
import { addRecordings } from '../../../src/operations/supervision/add-recordings.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { encrypt, personContext } from '../../../src/store/keys/identity-cipher.js';
import type { ClaimRow } from '../../../src/store/rows/claim-row.js';
import { assessedCohort, type Cohort, type CohortChanges, levelLines } from '../certificates/cohort.js';
import { decided } from '../governance/decisions.js';
import { done, person, PEOPLE } from '../workplace.js';

/** Monday, 1 June 2026, noon in Shanghai: everybody of these tests is certified. */
export const JUNE = new Date('2026-06-01T04:00:00Z');
export const TODAY = '2026-06-01';

export const CLAIMANTS = {
  ...PEOPLE,
  secondFinance: person('qian', ['FINANCE_OFFICER'], { regions: ['LN-210200'] }),
  payer: person('he', ['FINANCE_PAYER'], { regions: ['LN-210200'] }),
  /** of one person's token with every role of the bureaus */
  everything: person('wang', ['HR_OFFICER', 'HR_REVIEWER', 'FINANCE_OFFICER', 'FINANCE_PAYER'], { regions: ['LN-210200'] }),
} as const;

const READY = { category: 'CAT1', category_evidence: '失业登记', real_name_number: 'SM-1', real_name_on: '2026-01-06' };

/** A certified, verified and recorded cohort of AI, junior (附件5: 64 学时 × 10 元 = 640.00) of 大连. */
export async function certifiedCohort(workplace: Workplace, size: number, changes: CohortChanges = {}, verified = size): Promise<Cohort> {
  const cohort = await assessedCohort(workplace, size, { ...changes, trainee: { ...READY, ...changes.trainee } });
  await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) });
  await done(workplace, addRecordings, PEOPLE.institution, {
    courseRunId: cohort.runId,
    sessionDays: ['2026-01-05'],
    recordings: [{ heldOn: '2026-01-05', isOnline: false, reference: 'R-1', sha256: 'a'.repeat(64) }],
  });
  await verifyAll(
    workplace,
    cohort.trainees.slice(0, verified).map(({ rowId }) => rowId),
  );
  return cohort;
}

/** Verifies both certificates of some enrolments. */
export async function verifyAll(workplace: Workplace, enrolmentRowIds: readonly string[]): Promise<void> {
  const rows = await workplace.dataSource.query<{ readonly id: string }[]>(
    'SELECT id FROM certificate WHERE enrolment_id = ANY($1::bigint[]) ORDER BY id',
    [enrolmentRowIds],
  );
  for (const { id } of rows) {
    const looked = { certificateId: nodeId('Certificate', id), outcome: 'VERIFIED', source: 'ZSGX', verifiedOn: '2026-03-01' };
    await done(workplace, verifyCertificate, PEOPLE.officer, looked);
  }
}

/** Gives the trainees of a cohort names, as the store keeps them. */
export async function nameTrainees({ dataSource, keys }: Workplace, { trainees }: Cohort): Promise<void> {
  for (const { personId: id } of trainees)
    await dataSource.query('UPDATE person SET name_cipher = $2 WHERE id = $1', [id, encrypt(keys, '欧阳丹', personContext('name', id))]);
}

/** Confirms the six categories from the day of the notice on. */
export const confirmCategories = (workplace: Workplace) =>
  decided(workplace, proposeCategoryList, {
    validFrom: '2024-01-01',
    documentNumber: '辽人社〔2026〕0号（测试）',
    categories: ['CAT1', 'CAT2'].map((code) => ({ code, nameZh: `类别 ${code}`, nameEn: `Category ${code}` })),
  });

/** The claim as it stands now. */
export async function standing({ dataSource, desk }: Workplace, claim: ClaimRow): Promise<AssessedClaim> {
  const assessed = (await assessClaims(dataSource.manager, desk, [claim], TODAY)).get(claim.id);
  if (assessed === undefined) throw new Error(`claim ${claim.id} is not judged`);
  return assessed;
}

/** What a step names of a claim that the actor has just looked at. */
export const stepOn = async (workplace: Workplace, claim: ClaimRow, on: string = TODAY) => ({
  claimId: nodeId('Claim', claim.id),
  seen: (await standing(workplace, claim)).contentHash,
  on,
});

export const drafted = (workplace: Workplace, { runId }: Cohort, input: object = {}): Promise<ClaimRow> =>
  done(workplace, draftClaim, PEOPLE.institution, { courseRunId: runId, region: '大连', on: TODAY, ...input });

export async function submitted(workplace: Workplace, cohort: Cohort, input: object = {}): Promise<ClaimRow> {
  const claim = await drafted(workplace, cohort, input);
  return done(workplace, submitClaim, PEOPLE.institution, await stepOn(workplace, claim));
}

export async function firstReviewed(workplace: Workplace, cohort: Cohort): Promise<ClaimRow> {
  const claim = await submitted(workplace, cohort);
  return done(workplace, firstReviewClaim, PEOPLE.officer, await stepOn(workplace, claim));
}

export async function secondReviewed(workplace: Workplace, cohort: Cohort): Promise<ClaimRow> {
  const claim = await firstReviewed(workplace, cohort);
  return done(workplace, secondReviewClaim, PEOPLE.reviewer, await stepOn(workplace, claim));
}
