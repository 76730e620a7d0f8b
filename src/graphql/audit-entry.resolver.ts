import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { bilingual } from '../policy/bilingual.js';
import { parseNodeId } from '../policy/node-id.js';
import { regionOf } from '../policy/regions.js';
import type { RuleBook } from '../policy/rule-book.js';
import { entriesAbout, readAuditEntries } from '../store/audit-entries.js';
import type { AuditEntryRow } from '../store/rows/audit-entry-row.js';
import { type Condition, condition } from '../store/select-rows.js';
import { badInput } from './bad-input.js';
import { described } from './described.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { AuditEntryConnectionType, AuditEntryFilter, auditEntryView } from './types/audit-entry.type.js';
import { RowPageArguments } from './types/page.type.js';

const SUBJECT = bilingual('本服务给出的对象 id', 'the id of an object, as this service gave it');

/** Audit entries as the API shows them, under the rules that they were made under. */
export const auditEntryViewIn =
  ({ desk }: ServiceContext) =>
  (row: AuditEntryRow) =>
    auditEntryView((on) => desk.ruleBook({ on }), row);

@Resolver()
export class AuditEntryResolver {
  @Query(
    () => AuditEntryConnectionType,
    described('权限范围内的审计记录，按办理先后', 'The audit entries within reach, in the order of their making'),
  )
  async auditEntries(
    @Arg('filter', () => AuditEntryFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: AuditEntryFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'auditEntries');
    const conditions = conditionsOf(context.desk.ruleBook(), filter ?? {});
    const rows = await readAuditEntries(context.workplace.dataSource.manager, reach, conditions, rowPageOf('AuditEntry', page));
    return rowConnection('AuditEntry', rows, auditEntryViewIn(context));
  }
}

const conditionsOf = (book: RuleBook, { subjectId, kind, region, actor, from, to }: AuditEntryFilter): readonly Condition[] => [
  ...(subjectId ? [entriesAbout(subjectOf(subjectId))] : []),
  ...(kind ? [condition('row.kind = $1', kind)] : []),
  ...(region ? [condition('row.region_code = $1', regionOf(book, region, 'filter.region').code)] : []),
  ...(actor ? [condition('row.actor = $1', actor)] : []),
  ...(from ? [condition('row.at >= $1', from)] : []),
  ...(to ? [condition('row.at < $1', to)] : []),
];

function subjectOf(id: string) {
  const parsed = parseNodeId(id);
  if (parsed === null) throw badInput('filter.subjectId', SUBJECT, id);
  return { type: parsed.typeName, id: parsed.key };
}
