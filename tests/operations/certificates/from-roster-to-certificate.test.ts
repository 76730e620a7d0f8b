import { confirmAssessmentPlan } from '../../../src/operations/certificates/confirm-assessment-plan.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import { verifyCertificate } from '../../../src/operations/certificates/verify-certificate.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { finishCourseRun } from '../../../src/operations/training/finish-course-run.js';
import { startCourseRun } from '../../../src/operations/training/start-course-run.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { allocate, approvedRun, DALIAN, inRun, lineOf, placesOf } from '../trainees/world.js';
import { stepOf } from '../training/runs.js';
import { done, NOON, PEOPLE, workplaceOn } from '../workplace.js';

describeOnEachDatabase('from the roster to the certificate', (open) => {
  it('a held place becomes named, then used, and what nobody took goes back (附件7)', async () => {
    let now = NOON;
    const workplace = await workplaceOn(await open(), () => now);
    await allocate(workplace, DALIAN, 100);
    /** held, named, used */
    const standing = async () => (await placesOf(workplace, DALIAN)).split(' ').slice(1, 4).join(' ');
    const run = await approvedRun(workplace);
    const enrolments = [];
    for (const person of [1, 2])
      enrolments.push(await done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(person) }));
    expect(await standing()).toBe('28 2 0');

    now = new Date('2026-06-01T04:00:00Z');
    await done(workplace, startCourseRun, PEOPLE.institution, stepOf(run, '2026-03-10'));
    expect(await standing()).toBe('0 2 0');
    await done(workplace, finishCourseRun, PEOPLE.institution, stepOf(run, '2026-04-30'));
    const plan = await done(workplace, fileAssessmentPlan, PEOPLE.institution, {
      courseRunId: nodeId('CourseRun', run.id),
      assessmentBody: 'EI-CESI',
      theoryOn: '2026-05-11',
      practiceOn: '2026-05-12',
      documentNumber: '考核〔2026〕0号（测试）',
      filedOn: '2026-05-06',
    });
    await done(workplace, confirmAssessmentPlan, PEOPLE.assessor, {
      assessmentPlanId: nodeId('AssessmentPlan', plan.id),
      confirmedOn: '2026-05-07',
    });
    const named = enrolments.map(({ id }) => ({ enrolmentId: nodeId('Enrolment', id) }));
    const { alerts } = await done(workplace, issueTrainingCertificate, PEOPLE.institution, {
      lines: named.map((line, index) => ({
        ...line,
        number: `DUT-AI-${index}`,
        fromOn: '2026-03-10',
        toOn: '2026-04-30',
        hours: '128',
        issuedOn: '2026-05-08',
      })),
    });
    expect(alerts).toEqual([]);
    const certificates = await done(workplace, issueLevelCertificate, PEOPLE.assessor, {
      lines: named.slice(0, 1).map((line, index) => ({
        ...line,
        number: `CESI-AI-${index}`,
        occupation: '人工智能',
        level: 'JUNIOR',
        theoryPassedOn: '2026-05-11',
        practicePassedOn: '2026-05-12',
        issuedOn: '2026-05-20',
        meetsNationalStandard: true,
      })),
    });
    expect(await standing()).toBe('0 1 1');
    const [certificate] = certificates;
    const looked = {
      certificateId: nodeId('Certificate', certificate?.id ?? ''),
      outcome: 'VERIFIED',
      source: 'ZSGX',
      verifiedOn: '2026-05-25',
    };
    expect(await done(workplace, verifyCertificate, PEOPLE.officer, looked)).toMatchObject({
      verification: 'VERIFIED',
      verifiedBy: 'wang',
    });
    const statuses = await workplace.dataSource.query('SELECT status FROM enrolment WHERE course_run_id = $1 ORDER BY id', [run.id]);
    expect(statuses).toEqual([{ status: 'CERTIFIED' }, { status: 'ENROLLED' }]);
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });
});
