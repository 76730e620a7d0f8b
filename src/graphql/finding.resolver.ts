import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { liftFinding } from '../operations/supervision/lift-finding.js';
import { recordFinding } from '../operations/supervision/record-finding.js';
import { readFindings } from '../store/findings.js';
import type { FindingRow } from '../store/rows/finding-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { FindingConnectionType, FindingPayloadType, findingView, LiftFindingInput, RecordFindingInput } from './types/finding.type.js';
import { RowPageArguments } from './types/page.type.js';
import { supervisionConditions, SupervisionFilter } from './types/supervision-filter.type.js';

const INPUT = described('内容', 'What is asked');

/** Findings as the API shows them, under the rules of the day of the decision. */
export const findingViewIn =
  ({ desk }: ServiceContext) =>
  (row: FindingRow) =>
    findingView(desk.ruleBook({ on: row.decidedOn }), row);

@Resolver()
export class FindingResolver {
  @Query(() => FindingConnectionType, described('权限范围内的违规认定', 'The findings of violation within reach'))
  async findings(
    @Arg('filter', () => SupervisionFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: SupervisionFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'findings');
    const { manager } = context.workplace.dataSource;
    const rows = await readFindings(manager, reach, supervisionConditions(filter), rowPageOf('Finding', page));
    return rowConnection('Finding', rows, findingViewIn(context));
  }

  @Mutation(() => FindingPayloadType, described('登记违规认定', 'Record a finding of violation'))
  recordFinding(@Arg('input', () => RecordFindingInput, INPUT) input: RecordFindingInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'finding', recordFinding, input, findingViewIn(context));
  }

  @Mutation(() => FindingPayloadType, described('撤销违规认定，须与登记人不同', 'Lift a finding; not by who recorded it'))
  liftFinding(@Arg('input', () => LiftFindingInput, INPUT) input: LiftFindingInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'finding', liftFinding, input, findingViewIn(context));
  }
}
