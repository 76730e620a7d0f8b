import { refuseAssessment } from '../refusals/assessments.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import { type Assessor, assessorRefusals } from './assessor.js';

/** The days of a plan of assessment. */
export interface PlannedDays {
  readonly theoryOn: string;
  readonly practiceOn: string;
  readonly filedOn: string;
}

/** What a plan of assessment is filed for. */
export interface PlannedRun {
  readonly status: string;
  readonly endsOn: string;
  readonly finishedOn: string | null;
  readonly hasLevelCertificates: boolean;
}

const PLANNABLE = ['APPROVED', 'STARTED', 'FINISHED'];

/**
 * Every reason why a plan of assessment cannot be filed; none where it can. The book is that of the day of the theory part, on which the body must be listed.
 * Source: 辽人社发〔2023〕36号, 四(二), 附件6
 */
export function assessmentPlanRefusals(book: RuleBook, assessor: Assessor, days: PlannedDays, run: PlannedRun): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!PLANNABLE.includes(run.status)) refusals.push(refuseRun('RUN_STATUS', 'courseRunId', { found: run.status, expected: PLANNABLE }));
  if (run.hasLevelCertificates) refusals.push(refuseAssessment('PLAN_IN_USE', 'courseRunId'));
  refusals.push(...assessorRefusals(book, assessor, 'assessmentBody'));
  const endsOn = run.finishedOn ?? run.endsOn;
  for (const part of ['theoryOn', 'practiceOn'] as const)
    if (days[part] < endsOn) refusals.push(refuseAssessment('PLANNED_BEFORE_END', part, { on: days[part], endsOn }));
  return [...refusals, ...beforeExams('filedOn', days.filedOn, days)];
}

/** A filed plan that an assessment body is asked to confirm. */
export interface FiledPlan extends PlannedDays {
  readonly status: string;
  readonly runStatus: string;
  readonly filedBy: string;
}

/**
 * Every reason why a person cannot confirm a filed plan on a day; none where it can be done. The book is that of the day of the theory part.
 * Source: 辽人社发〔2023〕36号, 四(二)
 */
export function confirmationRefusals(
  book: RuleBook,
  assessor: Assessor,
  plan: FiledPlan,
  { person, confirmedOn }: { readonly person: string; readonly confirmedOn: string },
): readonly Refusal[] {
  const { status: found, runStatus, filedBy, filedOn: before } = plan;
  if (found !== 'FILED') return [refuseAssessment('PLAN_STATE', 'assessmentPlanId', { found, expected: ['FILED'] })];
  const refusals = [...assessorRefusals(book, assessor, null), ...beforeExams('confirmedOn', confirmedOn, plan)];
  if (!PLANNABLE.includes(runStatus)) refusals.push(refuseRun('RUN_STATUS', 'assessmentPlanId', { found: runStatus, expected: PLANNABLE }));
  if (filedBy === person) refusals.push(refuseRun('SAME_PERSON', null, { act: 'confirmAssessmentPlan', earlierAct: 'fileAssessmentPlan' }));
  if (confirmedOn < before) refusals.push(refuseRun('NOT_BEFORE', 'confirmedOn', { act: 'confirmedOn', on: confirmedOn, before }));
  return refusals;
}

/** A plan comes before what is planned. */
function beforeExams(field: 'filedOn' | 'confirmedOn', on: string, { theoryOn, practiceOn }: PlannedDays): readonly Refusal[] {
  const examOn = theoryOn < practiceOn ? theoryOn : practiceOn;
  return on > examOn ? [refuseAssessment('PLAN_AFTER_EXAM', field, { act: field, on, examOn })] : [];
}
