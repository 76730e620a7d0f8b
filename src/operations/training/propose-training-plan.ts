import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, documentNumber, nameText, titleText, wholeNumber } from '../../policy/input.js';
import { regionOf } from '../../policy/regions.js';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { nextId } from '../../store/audit-log.js';
import { insertTrainingPlan } from '../../store/training-plans.js';
import type { TrainingPlanRow } from '../../store/rows/training-plan-row.js';
import type { Operation } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';

const PLACES_MAX = 10_000;

const input = z.strictObject({
  region: nameText,
  institution: nameText,
  year: wholeNumber(2023, 2099),
  title: titleText,
  documentNumber,
  places: wholeNumber(1, PLACES_MAX),
  drawnUpOn: dayText,
});

/**
 * Proposes a plan for subsidised training that a city has drawn up with an institution; another person approves it. Throws UNKNOWN_REGION, UNKNOWN_INSTITUTION,
 * FORBIDDEN for a region outside the actor's reach.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const proposeTrainingPlan: Operation<z.infer<typeof input>, TrainingPlanRow> = {
  name: 'proposeTrainingPlan',
  input,
  run: async ({ manager, actor, reach, desk, today }, plan) => {
    notAfterClock(plan.drawnUpOn, today, 'drawnUpOn');
    const book = desk.ruleBook({ on: plan.drawnUpOn });
    const regionCode = requireRegion(reach, regionOf(book, plan.region, 'region').code, 'region');
    const row: TrainingPlanRow = {
      id: await nextId(manager, plan.year),
      year: plan.year,
      regionCode,
      institutionCode: trainingInstitutionOf(book, plan.institution, 'institution').code,
      title: plan.title,
      documentNumber: plan.documentNumber,
      places: plan.places,
      drawnUpOn: plan.drawnUpOn,
      status: 'PROPOSED',
      proposedBy: actor.person,
      decidedBy: null,
      decidedOn: null,
    };
    await insertTrainingPlan(manager, row);
    const subjects = [{ type: 'TrainingPlan', id: row.id }];
    const amounts = { places: `${row.places}` };
    return { kind: 'done', done: row, record: { region: regionCode, subjects, clauses: ['LN2023-36/4.1.8'], amounts } };
  },
};
