import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { agreementRow, type AgreementRow } from './rows/agreement-row.js';
import { trainingPlanRow, type TrainingPlanRow } from './rows/training-plan-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A plan and an agreement are their region's and their institution's. */
export const planWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

/** A plan within reach, locked until the transaction ends; null where there is none. */
export async function lockTrainingPlan(manager: EntityManager, reach: Reach, id: string): Promise<TrainingPlanRow | null> {
  const [row] = await selectRows(manager, trainingPlanRow, allOf(factOf(id), planWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

/** The plan of a run that the caller already may see, locked: its other runs may not change meanwhile. */
export async function findTrainingPlan(manager: EntityManager, id: string): Promise<TrainingPlanRow | null> {
  const [row] = await selectRows(manager, trainingPlanRow, factOf(id), 'FOR UPDATE');
  return row ?? null;
}

export const insertTrainingPlan = (manager: EntityManager, row: TrainingPlanRow): Promise<void> =>
  insertRows(manager, trainingPlanRow, [row]);

export const updateTrainingPlan = (manager: EntityManager, id: string, changes: Partial<TrainingPlanRow>): Promise<void> =>
  updateFact(manager, trainingPlanRow, id, changes);

/** The plans within reach that a filter lets through, page by page. */
export const readTrainingPlans = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<TrainingPlanRow>> => readPage(manager, trainingPlanRow, allOf(planWithin(reach), ...filter), page);

/** Places of a plan's course runs that are neither rejected nor cancelled, without one of them. */
export async function placesTakenOf(manager: EntityManager, planId: string, exceptRunId: string | null): Promise<number> {
  const [row] = await manager.query<{ readonly taken: string }[]>(
    `SELECT coalesce(sum(places), 0) AS taken FROM course_run
     WHERE plan_id = $1 AND year = $1::bigint / 1000000000 AND status NOT IN ('REJECTED', 'CANCELLED') AND id IS DISTINCT FROM $2::bigint`,
    [planId, exceptRunId],
  );
  return parseInt(row?.taken ?? '0', 10);
}

/** Gives false, and writes nothing, where the region already has an agreement of this number. */
export async function insertAgreement(manager: EntityManager, row: AgreementRow): Promise<boolean> {
  const known = await selectRows(manager, agreementRow, condition('row.region_code = $1 AND row.number = $2', row.regionCode, row.number));
  if (known.length > 0) return false;
  await insertRows(manager, agreementRow, [row]);
  return true;
}

/** Whether a region and an institution have an agreement in force on a day. */
export async function hasAgreement(manager: EntityManager, regionCode: string, institutionCode: string, on: string): Promise<boolean> {
  const inForce = condition(
    'row.region_code = $1 AND row.institution_code = $2 AND row.valid_from <= $3 AND (row.valid_to IS NULL OR row.valid_to >= $3)',
    regionCode,
    institutionCode,
    on,
  );
  return (await selectRows(manager, agreementRow, inForce, 'LIMIT 1')).length > 0;
}

/** The agreements within reach, page by page. */
export const readAgreements = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<AgreementRow>> => readPage(manager, agreementRow, allOf(planWithin(reach), ...filter), page);
