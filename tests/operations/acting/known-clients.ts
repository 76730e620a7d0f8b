import { setTimeout as sleep } from 'node:timers/promises';
import { signLocalToken } from '../../../src/cli/local-token.js';
import { openLocalTokenKey } from '../../../src/http/tokens/local-token-key.js';
import { send } from './workplace-over-http.js';

/** A request as it was sent, with the reply that came; null: none came. */
export interface Sent {
  readonly person: 'institution' | 'officer' | 'reviewer';
  readonly mutation: keyof typeof MUTATIONS;
  readonly input: Readonly<Record<string, unknown>>;
  readonly reply: string | null;
}

const RUN = 'courseRun { id status version places venue holder: filedBy decidedBy startsOn region { code } occupation { code } }';
const mutation = (name: string, shown: string): string => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation Do($input: ${type}!) { ${name}(input: $input) { replayed userErrors { code } ${shown} } }`;
};
const MUTATIONS = {
  proposeTrainingPlan: mutation('proposeTrainingPlan', 'trainingPlan { id status }'),
  approveTrainingPlan: mutation('approveTrainingPlan', 'trainingPlan { id status }'),
  fileCourseRun: mutation('fileCourseRun', RUN),
  approveCourseRun: mutation('approveCourseRun', RUN),
  cancelCourseRun: mutation('cancelCourseRun', RUN),
} as const;

/** What the service says when it does not know, or did nothing: the same request with the same key is sent again. */
const SEND_AGAIN = ['DATABASE_UNAVAILABLE', 'BUSY', 'DEADLINE_EXCEEDED'];
const YEAR = 2024;
/** All days lie behind the real clock, which the service goes by. */
const DAY = '2024-03-01';
const STEP_DAY = '2024-03-05';
const FILING = {
  institution: 'TI-DUT',
  occupation: '大数据',
  level: 'SENIOR',
  fundingMode: 'SUBSIDISED',
  mode: 'OFFLINE',
  onlineHours: '0',
  offlineHours: '160',
  startsOn: '2024-03-11',
  endsOn: '2024-04-30',
  venueRegion: '大连',
  places: 1,
  filedOn: '2024-03-04',
};
const PLAN = { region: '大连', institution: 'TI-DUT', year: YEAR, title: '计划', documentNumber: '测试', places: 10_000, drawnUpOn: DAY };

/** Clients of a service that is killed beneath them: every request has a key that is known, and is kept with the reply that came. */
export class KnownClients {
  readonly sent: Sent[] = [];
  /** replies that the tests do not expect, as they came */
  readonly surprises: string[] = [];
  private readonly tokens = new Map<Sent['person'], string>();

  /** The tokens of the people, signed with the key of a data folder. */
  async signIn(dataFolder: string): Promise<void> {
    const key = await openLocalTokenKey(dataFolder);
    const sign = async (person: Sent['person'], role: string, regions: readonly string[], institution: string | null) => {
      const request = { person, roles: [role], regions, institution, assessmentBody: null, hours: 24 };
      this.tokens.set(person, `Bearer ${(await signLocalToken(request, key, new Date())).token}`);
    };
    await sign('institution', 'INSTITUTION', [], 'TI-DUT');
    await sign('officer', 'HR_OFFICER', ['LN-210200'], null);
    await sign('reviewer', 'HR_REVIEWER', ['LN-210200'], null);
  }

  /** Proposes and approves the plan in which all runs are filed; gives its id. */
  async makePlan(url: string): Promise<string> {
    const proposed = await this.ask(url, 'officer', 'proposeTrainingPlan', { ...PLAN, idempotencyKey: 'plan-proposal' });
    const trainingPlanId = idIn(proposed);
    await this.ask(url, 'reviewer', 'approveTrainingPlan', { trainingPlanId, decidedOn: DAY, idempotencyKey: 'plan-approval' });
    return trainingPlanId;
  }

  /** One client: files runs, approves them and cancels most, until no reply comes or `isOver`. */
  async play(url: string, planId: string, client: string, isOver: () => boolean): Promise<void> {
    for (let count = 0; !isOver(); count += 1) {
      const venue = `${client}-${count}`;
      const filed = await this.ask(url, 'institution', 'fileCourseRun', { ...FILING, planId, venue, idempotencyKey: `file-${venue}` });
      if (filed === null) return;
      const step = { courseRunId: idIn(filed), version: 1, on: STEP_DAY };
      const approval = { ...step, idempotencyKey: `approve-${venue}` };
      if ((await this.ask(url, 'reviewer', 'approveCourseRun', approval)) === null) return;
      const cancellation = { ...step, reason: '停办', idempotencyKey: `cancel-${venue}` };
      if (count % 8 !== 0 && (await this.ask(url, 'institution', 'cancelCourseRun', cancellation)) === null) return;
    }
  }

  /**
   * Sends everything once more, and gives what is wrong with the replies: those that came before must come again byte for byte but for `replayed`, and what had no
   * reply must be done now or have been done. `late` counts the latter: done, but the reply was lost.
   */
  async sendAllAgain(url: string, from: number): Promise<{ readonly problems: readonly string[]; readonly late: number }> {
    const problems: string[] = [];
    let late = 0;
    for (const { person, mutation: name, input, reply } of this.sent.slice(from)) {
      const again = await this.post(url, person, name, input);
      if (reply === null && again.includes('"replayed":true')) late += 1;
      const expected = reply?.replace('"replayed":false', '"replayed":true') ?? again;
      if (again !== expected || !isDone(again)) problems.push(`${String(input['idempotencyKey'])}: first ${reply}, then ${again}`);
    }
    return { problems, late };
  }

  /** The reply, or null when none came. A reply that says neither yes nor no is asked for again. */
  private async ask(url: string, person: Sent['person'], name: Sent['mutation'], input: Sent['input']): Promise<string | null> {
    for (;;) {
      const reply = await this.post(url, person, name, input).catch(() => null);
      if (reply !== null && SEND_AGAIN.some((code) => reply.includes(`"code":"${code}"`))) {
        await sleep(50);
        continue;
      }
      this.sent.push({ person, mutation: name, input, reply });
      if (reply !== null && !isDone(reply)) this.surprises.push(reply);
      return reply;
    }
  }

  private post(url: string, person: Sent['person'], name: Sent['mutation'], input: Sent['input']): Promise<string> {
    return send(url, this.tokens.get(person) ?? '', MUTATIONS[name], input);
  }
}

const isDone = (reply: string): boolean => reply.includes('"userErrors":[]') && !reply.includes('"errors"');

const idIn = (reply: string | null): string => /"id":"([^"]+)"/u.exec(reply ?? '')?.[1] ?? '';
