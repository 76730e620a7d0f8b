import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { assessedCohort, cohortOf, levelLines, planInput, trainingLines } from './cohort.js';

const CLIENTS = 8;
const clients = <Reply>(ask: (client: number) => Promise<Reply>): Promise<Reply[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_, client) => ask(client)));

describeOnEachDatabase('certificates issued at the same time', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  /** How often each code came; DONE for what was done. */
  const tally = (replies: readonly { readonly refusals: readonly { readonly code: string }[] }[]): Record<string, number> => {
    const codes = replies.flatMap(({ refusals }) => (refusals.length === 0 ? ['DONE'] : refusals.map(({ code }) => code)));
    return Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]));
  };

  it('eight clients certify one trainee: exactly one does', async () => {
    const cohort = await cohortOf(workplace, 1);
    const replies = await clients(() => act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort) }));
    expect(tally(replies)).toEqual({ CERTIFICATE_EXISTS: 7, DONE: 1 });
  });

  it('eight clients of one issuer use one number for eight trainees: exactly one does', async () => {
    const cohort = await cohortOf(workplace, CLIENTS);
    const lines = trainingLines(cohort, { number: 'AT-ONCE-1' });
    const replies = await clients((client) => act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: [lines[client]] }));
    expect(tally(replies)).toEqual({ DONE: 1, NUMBER_TAKEN: 7 });
  });

  it('two issuers use one number: both do (附件3注3)', async () => {
    const [ours, theirs] = [await cohortOf(workplace, 1), await cohortOf(workplace, 1, { run: { institutionCode: 'TI-SIE' } })];
    const replies = await Promise.all([
      act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(ours, { number: 'BOTH-1' }) }),
      act(workplace, issueTrainingCertificate, PEOPLE.otherInstitution, { lines: trainingLines(theirs, { number: 'BOTH-1' }) }),
    ]);
    expect(tally(replies)).toEqual({ DONE: 2 });
  });

  it('batches with the same trainees and numbers in opposite orders end, and one is done', async () => {
    const cohort = await cohortOf(workplace, 20);
    const lines = trainingLines(cohort);
    const orders = [lines, [...lines].reverse()];
    const replies = await clients((client) => act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: orders[client % 2] }));
    expect(replies.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  });

  it('eight clients issue one level certificate: one does, and one place is used', async () => {
    const cohort = await assessedCohort(workplace, 1);
    const replies = await clients(() => act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) }));
    expect(tally(replies)).toEqual({ CERTIFICATE_EXISTS: 7, DONE: 1 });
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  it('eight trainees of one region are certified at once: eight places are used', async () => {
    const cohort = await assessedCohort(workplace, CLIENTS);
    const lines = levelLines(cohort);
    const replies = await clients((client) => act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: [lines[client]] }));
    expect(tally(replies)).toEqual({ DONE: CLIENTS });
    const [row] = await workplace.dataSource.query(
      "SELECT count(*)::int AS posts FROM transfer WHERE kind = 'POST' AND course_run_id = $1",
      [cohort.run.id],
    );
    expect(row).toEqual({ posts: CLIENTS });
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  it('plans filed at once leave one in force', async () => {
    const cohort = await cohortOf(workplace, 1);
    const replies = await clients(() => act(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort)));
    expect(tally(replies)).toEqual({ DONE: CLIENTS });
    const rows = await workplace.dataSource.query(
      "SELECT count(*)::int AS count FROM assessment_plan WHERE course_run_id = $1 AND status <> 'WITHDRAWN'",
      [cohort.run.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('the same key eight times at once issues once and gives one reply', async () => {
    const cohort = await cohortOf(workplace, 2);
    const lines = trainingLines(cohort);
    const replies = await clients(() => act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines }, `once-${cohort.run.id}`));
    expect(replies.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    for (const { done } of replies) expect(done).toEqual(replies[0]?.done);
  });
});
