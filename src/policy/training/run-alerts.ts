import { hourUnits } from '../../money/hour-units.js';
import type { Bilingual } from '../bilingual.js';
import { hasListing, trainingInstitutionsOf } from '../directory.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { tariffCell } from '../tariff.js';
import { type AlertCode, alertWords } from './alert-words.js';
import type { AttendanceFacts } from './attendance.js';
import { type FindingFacts, findingsInForce } from './finding.js';
import { listingStatusOf } from './listing-status.js';
import type { OnlineGate } from './online-gate.js';
import { isFullyRecorded, type RecordingCounts } from './recordings.js';
import { type SupervisedRun, totalUnitsOf } from './supervised-run.js';

/** Something about a course run that somebody should look at. It refuses nothing by itself. */
export interface RunAlert {
  readonly code: AlertCode;
  readonly text: Bilingual;
  readonly clause: string;
  /** the day from which it concerns the run */
  readonly since: string;
}

/** The rule books of a run: of its filing, whose tariff and limits apply; of its first day, whose directory counts; of today. */
export interface RunBooks {
  readonly filing: RuleBook;
  readonly start: RuleBook;
  readonly today: RuleBook;
}

/** What is known of a run besides itself. */
export interface RunFacts {
  readonly gate: OnlineGate;
  readonly attendance: AttendanceFacts;
  readonly recordings: RecordingCounts;
  /** those that the reader may see */
  readonly findings: readonly FindingFacts[];
  readonly hasAgreement: boolean;
  /** the day on which the hours, days and venue became what they are */
  readonly versionOn: string;
}

type Raised = readonly [code: AlertCode, since: string, facts?: Readonly<Record<string, string | number>>];

/**
 * What is to be pointed out about a course run, in the order of the notice. A rejected or cancelled run has no alerts. Throws READING_NOT_COMPUTED, RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四, 五, 六(一), 附件5; Q18, Q19, Q26
 */
export function runAlerts(books: RunBooks, run: SupervisedRun, facts: RunFacts): readonly RunAlert[] {
  if (run.status === 'REJECTED' || run.status === 'CANCELLED') return [];
  const raised = [
    ...onlineAlerts(facts),
    ...directoryAlerts(books, run),
    ...provinceAlerts(books, run, facts),
    ...findingAlerts(books, facts),
    ...evidenceAlerts(books, run, facts),
    ...agreementAlerts(run, facts),
    ...hoursAlerts(books, run, facts),
  ];
  return raised.map(([code, since, words = {}]) => ({ code, since, ...alertWords(code, words) }));
}

function onlineAlerts({ gate, versionOn }: RunFacts): Raised[] {
  const { percent, limitPercent: limit } = gate;
  if (gate.status === 'HOLD') return [['ONLINE_SHARE_HOLD', versionOn, { percent, limit }]];
  return gate.isNear ? [['ONLINE_SHARE_NEAR', versionOn, { percent, limit }]] : [];
}

function directoryAlerts(
  { today }: RunBooks,
  { institutionCode: institution, occupationCode: occupation, filedOn }: SupervisedRun,
): Raised[] {
  const status = listingStatusOf(today, institution, occupation);
  const isBarred = status !== null && status.status !== 'LISTED';
  return [
    ...(hasListing(today, 'ASSESSMENT', occupation) ? [] : [['NO_ASSESSMENT_BODY', filedOn, { occupation }] as const]),
    ...(isBarred ? [['INSTITUTION_SUSPENDED', status.since, { institution, found: status.status }] as const] : []),
  ];
}

function provinceAlerts({ start }: RunBooks, { venueRegionCode, institutionCode }: SupervisedRun, { versionOn }: RunFacts): Raised[] {
  const reading = readingOf(start, 'evidence.crossProvince');
  const isForeign = reading !== 'VENUE_ONLY' && !trainingInstitutionsOf(start).some(({ code }) => code === institutionCode);
  return venueRegionCode === null || isForeign ? [['CROSS_PROVINCE', versionOn]] : [];
}

function findingAlerts({ today }: RunBooks, { findings }: RunFacts): Raised[] {
  const standing = findingsInForce(findings, today.query.on);
  const [since] = standing.map(({ decidedOn }) => decidedOn).sort();
  return since === undefined ? [] : [['FINDING_IN_FORCE', since, { count: standing.length }]];
}

/** Attendance and recordings can only be judged once the run is over. */
function evidenceAlerts({ filing }: RunBooks, { status, finishedOn }: SupervisedRun, { attendance, recordings }: RunFacts): Raised[] {
  if (status !== 'FINISHED' || finishedOn === null) return [];
  readingOf(filing, 'evidence.attendanceMin');
  const { belowAlert: count, trainees, recorded } = attendance;
  const raised: Raised[] = [];
  if (count > 0) raised.push(['ATTENDANCE_LOW', finishedOn, { count, trainees }]);
  if (recorded < trainees) raised.push(['ATTENDANCE_MISSING', finishedOn, { count: trainees - recorded, trainees }]);
  if (recordings.recordings === 0 || isFullyRecorded(recordings) === false)
    raised.push([
      'RECORDING_MISSING',
      finishedOn,
      { recorded: recordings.recordedDays, days: recordings.sessionDays, missing: recordings.missingDays.length },
    ]);
  return raised;
}

/** Where Q22 blocks, a run without an agreement was never filed; should it stand all the same, that is to be seen too. */
const agreementAlerts = (
  { startsOn, regionCode: region, institutionCode: institution }: SupervisedRun,
  { hasAgreement }: RunFacts,
): Raised[] => (hasAgreement ? [] : [['AGREEMENT_MISSING', startsOn, { region, institution, on: startsOn }]]);

/** Annex 5 prescribes hours for the subsidy only. */
function hoursAlerts({ filing }: RunBooks, run: SupervisedRun, { versionOn }: RunFacts): Raised[] {
  if (run.fundingMode === 'MARKET') return [];
  const required = tariffCell(filing, run.occupationCode, run.level, 'occupation').requiredHours.value ?? '';
  if (totalUnitsOf(run) >= hourUnits(required)) return [];
  return [['HOURS_BELOW_REQUIREMENT', versionOn, { required, online: run.onlineHours, offline: run.offlineHours }]];
}
