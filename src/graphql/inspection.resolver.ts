import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { recordInspection } from '../operations/supervision/record-inspection.js';
import { readInspections } from '../store/inspections.js';
import type { InspectionRow } from '../store/rows/inspection-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { InspectionConnectionType, InspectionPayloadType, inspectionView, RecordInspectionInput } from './types/inspection.type.js';
import { RowPageArguments } from './types/page.type.js';
import { supervisionConditions, SupervisionFilter } from './types/supervision-filter.type.js';

/** Inspections as the API shows them, under the rules of the day on which they were held. */
export const inspectionViewIn =
  ({ desk }: ServiceContext) =>
  (row: InspectionRow) =>
    inspectionView(desk.ruleBook({ on: row.heldOn }), row);

@Resolver()
export class InspectionResolver {
  @Query(() => InspectionConnectionType, described('权限范围内的检查', 'The inspections within reach'))
  async inspections(
    @Arg('filter', () => SupervisionFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: SupervisionFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'inspections');
    const { manager } = context.workplace.dataSource;
    const rows = await readInspections(manager, reach, supervisionConditions(filter), rowPageOf('Inspection', page));
    return rowConnection('Inspection', rows, inspectionViewIn(context));
  }

  @Mutation(() => InspectionPayloadType, described('登记对班期的检查', 'Record an inspection of a course run'))
  recordInspection(
    @Arg('input', () => RecordInspectionInput, described('内容', 'What is asked')) input: RecordInspectionInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'inspection', recordInspection, input, inspectionViewIn(context));
  }
}
