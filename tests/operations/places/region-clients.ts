import { randomUUID } from 'node:crypto';
import type { Operation } from '../../../src/operations/acting/act.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { confirmAssessmentPlan } from '../../../src/operations/certificates/confirm-assessment-plan.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { transferTrainee } from '../../../src/operations/trainees/transfer-trainee.js';
import { withdrawTrainee } from '../../../src/operations/trainees/withdraw-trainee.js';
import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../../src/operations/training/cancel-course-run.js';
import { changeCourseRun } from '../../../src/operations/training/change-course-run.js';
import { fileCourseRun } from '../../../src/operations/training/file-course-run.js';
import { finishCourseRun } from '../../../src/operations/training/finish-course-run.js';
import { startCourseRun } from '../../../src/operations/training/start-course-run.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { tenantOf } from '../../../src/policy/access/reach.js';
import { canonicalText } from '../../../src/policy/canonical.js';
import { Failure } from '../../../src/policy/failure.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { keyedHash } from '../../../src/store/keys/keyed-hash.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { lineOf } from '../trainees/world.js';
import { RUN, stepOf } from '../training/runs.js';
import { act, PEOPLE } from '../workplace.js';
import type { Call, History } from './history.js';

/** The clock of these clients: every day below lies behind it. */
export const CLOCK = new Date('2026-06-30T04:00:00Z');
const PERSONS = 500;
const PLACES_MAX = 150;
const TEACHING = { mode: 'OFFLINE', onlineHours: '0', offlineHours: '128' };
const FILING = { ...RUN, ...TEACHING, occupation: 'AI', level: 'JUNIOR' };
const { startsOn, endsOn, venue, venueRegion } = FILING;

/** What all clients know: what was acknowledged to one of them. It may be out of date when it is used, and then the act is refused. */
export interface Known {
  readonly runs: CourseRunRow[];
  readonly enrolments: EnrolmentRow[];
  /** enrolments of finished runs whose plan of assessment is confirmed */
  readonly examined: Set<string>;
  readonly history: History;
}

/** The same choices for the same seed. */
const chooserOf = (seed: number): ((below: number) => number) => {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
};

/** One client of the training institution, the bureau and the assessment body of one region: acts at random on what it knows. */
export class RegionClient {
  private readonly choose: (below: number) => number;
  /** what a client does, as often as it stands here: another act is one more line */
  private readonly acts: readonly (() => Promise<unknown>)[] = [
    ...times(3, () => this.approve()),
    ...times(2, () => this.change()),
    ...times(1, () => this.start()),
    ...times(2, () => this.cancel()),
    ...times(7, () => this.enrol()),
    ...times(2, () => this.withdraw()),
    ...times(2, () => this.transfer()),
    ...times(1, () => this.finish()),
    ...times(3, () => this.certify()),
  ];

  constructor(
    private readonly workplace: Workplace,
    private readonly known: Known,
    private readonly planId: string,
    seed: number,
  ) {
    this.choose = chooserOf(seed);
  }

  act(): Promise<unknown> {
    return (this.acts[this.choose(this.acts.length)] ?? (() => this.approve()))();
  }

  private async approve(): Promise<void> {
    const filing = { ...FILING, planId: this.planId, places: 1 + this.choose(PLACES_MAX) };
    const filed = await this.call(fileCourseRun, PEOPLE.institution, filing);
    const approved = filed && (await this.call(approveCourseRun, PEOPLE.reviewer, stepOf(filed)));
    if (approved !== null) this.known.runs.push(approved);
  }

  private change(): Promise<void> {
    return this.onRun(({ id, version }) => {
      const details = { ...TEACHING, startsOn, endsOn, venue, venueRegion, places: 1 + this.choose(PLACES_MAX) };
      return this.call(changeCourseRun, PEOPLE.institution, { ...details, courseRunId: nodeId('CourseRun', id), version, reason: '调整' });
    });
  }

  private start(): Promise<void> {
    return this.onRun((run) => this.call(startCourseRun, PEOPLE.institution, stepOf(run, startsOn)));
  }

  private cancel(): Promise<void> {
    return this.onRun((run) => this.call(cancelCourseRun, PEOPLE.institution, { ...stepOf(run, startsOn), reason: '停办' }));
  }

  private enrol(): Promise<void> {
    return this.onRun(async ({ id }) => {
      const line = lineOf(this.choose(PERSONS));
      const input = { courseRunId: nodeId('CourseRun', id), enrolledOn: startsOn, line };
      const enrolled = await this.call(enrolTrainee, PEOPLE.institution, input);
      if (enrolled !== null) this.known.enrolments.push(enrolled);
      return null;
    });
  }

  private withdraw(): Promise<void> {
    return this.onEnrolment((input) => this.call(withdrawTrainee, PEOPLE.institution, { ...input, on: startsOn, reason: '个人原因' }));
  }

  private async transfer(): Promise<void> {
    await this.onEnrolment(async (input) => {
      const to = this.known.runs[this.choose(this.known.runs.length)];
      const step = { ...input, on: startsOn, reason: '换班', toCourseRunId: nodeId('CourseRun', to?.id ?? '') };
      const moved = await this.call(transferTrainee, PEOPLE.institution, step);
      if (moved !== null) this.known.enrolments.push(moved);
    });
  }

  /** Starts and ends a run, and has its assessment planned. */
  private finish(): Promise<void> {
    return this.onRun(async (run) => {
      await this.call(startCourseRun, PEOPLE.institution, stepOf(run, startsOn));
      const finished = await this.call(finishCourseRun, PEOPLE.institution, stepOf(run, endsOn));
      if (finished === null) return null;
      const days = { theoryOn: '2026-05-11', practiceOn: '2026-05-12', filedOn: '2026-05-06' };
      const asked = { ...days, courseRunId: nodeId('CourseRun', run.id), assessmentBody: 'EI-CESI', documentNumber: '考核（测试）' };
      const plan = await this.call(fileAssessmentPlan, PEOPLE.institution, asked);
      const confirmation = { assessmentPlanId: nodeId('AssessmentPlan', plan?.id ?? ''), confirmedOn: '2026-05-07' };
      if (plan !== null && (await this.call(confirmAssessmentPlan, PEOPLE.assessor, confirmation)) !== null)
        this.known.examined.add(run.id);
      return finished;
    });
  }

  private certify(): Promise<void> {
    const examined = this.known.enrolments.filter(({ courseRunId }) => this.known.examined.has(courseRunId));
    return this.onEnrolment(async ({ enrolmentId }) => {
      const days = { fromOn: startsOn, toOn: endsOn, issuedOn: '2026-05-06' };
      const training = { ...days, enrolmentId, number: `X-${randomUUID()}`, hours: '128' };
      await this.call(issueTrainingCertificate, PEOPLE.institution, { lines: [training] });
      const passed = { theoryPassedOn: '2026-05-11', practicePassedOn: '2026-05-12', issuedOn: '2026-05-20' };
      const level = { ...passed, enrolmentId, number: `D-${randomUUID()}`, occupation: 'AI', level: 'JUNIOR', meetsNationalStandard: true };
      await this.call(issueLevelCertificate, PEOPLE.assessor, { lines: [level] });
    }, examined);
  }

  /** Does something to a run, and remembers what became of it. */
  private async onRun(what: (run: CourseRunRow) => Promise<CourseRunRow | null>): Promise<void> {
    const index = this.choose(this.known.runs.length);
    const run = this.known.runs[index];
    const changed = run && (await what(run));
    const place = this.known.runs.findIndex(({ id }) => id === run?.id);
    if (changed && place >= 0) this.known.runs[place] = changed;
  }

  private async onEnrolment(
    what: (input: { readonly enrolmentId: string }) => Promise<unknown>,
    among: readonly EnrolmentRow[] = this.known.enrolments,
  ): Promise<void> {
    const enrolment = among[this.choose(among.length)];
    if (enrolment !== undefined) await what({ enrolmentId: nodeId('Enrolment', enrolment.id) });
  }

  /** Performs an act and writes it into the history. What is BUSY is sent again with its key, as clients do. */
  private async call<Input, Done>(operation: Operation<Input, Done>, actor: Actor, input: object): Promise<Done | null> {
    const { history } = this.known;
    const key = randomUUID();
    const hash = keyedHash(this.workplace.keys, canonicalText([tenantOf(actor), operation.name, key]));
    const invokedAt = history.tick();
    for (;;) {
      try {
        const { done, refusals } = await act(this.workplace, operation, actor, input, key);
        const call: Call = { name: operation.name, hash, invokedAt, respondedAt: history.tick(), done, refusals };
        history.calls.push(call);
        return done;
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'BUSY')) throw error;
      }
    }
  }
}

const times = (count: number, what: () => Promise<unknown>) => Array.from({ length: count }, () => what);
