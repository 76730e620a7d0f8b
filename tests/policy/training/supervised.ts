import type { Actor, Role } from '../../../src/policy/access/actor.js';
import type { FindingFacts } from '../../../src/policy/training/finding.js';
import type { SupervisedRun } from '../../../src/policy/training/supervised-run.js';

/** A finished run of 大连, big data, senior, 80 of 160 hours online. */
export const RUN: SupervisedRun = {
  status: 'FINISHED',
  version: 3,
  regionCode: 'LN-210200',
  institutionCode: 'TI-DUT',
  occupationCode: 'BIG_DATA',
  level: 'SENIOR',
  fundingMode: 'SUBSIDISED',
  onlineHours: '80',
  offlineHours: '80',
  startsOn: '2026-03-09',
  endsOn: '2026-04-30',
  venueRegionCode: 'LN-210200',
  filedOn: '2026-03-02',
  filedBy: 'chen',
  decidedBy: 'li',
  startedOn: '2026-03-09',
  finishedOn: '2026-04-30',
};

/** Somebody with one role, for 大连 where not said otherwise. */
export const actorWith = (role: Role, regions: readonly string[] = ['LN-210200'], person = 'qian'): Actor => ({
  person,
  roles: [role],
  regions,
  institution: null,
  assessmentBody: null,
});

/** A finding of 大连 on the class of run 1, made on 2 May 2026 and not lifted. */
export const finding = (changes: Partial<FindingFacts> = {}): FindingFacts => ({
  courseRunId: '1',
  scope: 'CLASS',
  enrolmentId: null,
  regionCode: 'LN-210200',
  decidedOn: '2026-05-02',
  liftedOn: null,
  ...changes,
});
