import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Entry, EntryValue } from '../../audit/entry.js';
import { leafHash } from '../../audit/merkle-root.js';
import { canonicalText } from '../../policy/canonical.js';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { entryOf } from '../../store/audit-entries.js';
import type { AuditEntryRow } from '../../store/rows/audit-entry-row.js';
import { described } from '../described.js';
import { CalendarDay, Instant } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { NodeType } from './node.type.js';
import { RegionType, regionView } from './region.type.js';

@ObjectType('AuditSubject', { ...described('审计记录所涉对象', 'What an audit entry is about'), simpleResolvers: true })
export class AuditSubjectType {
  @Field(() => String, described('类型，如 CourseRun', 'Type, such as CourseRun'))
  type!: string;

  @Field(() => ID, described('不透明标识', 'Opaque id'))
  id!: string;
}

@ObjectType('NamedValue', { ...described('名称和值', 'A name and its value'), simpleResolvers: true })
export class NamedValueType {
  @Field(() => String, described('名称', 'Name'))
  name!: string;

  @Field(() => String, described('值；不是文字时为其规范 JSON', 'Value; where it is no text, its canonical JSON'))
  value!: string;
}

@ObjectType('AuditEntry', {
  implements: NodeType,
  ...described('审计记录：每次办理一条，不含姓名和证件号码', 'An audit entry: one for each operation, without names and identity numbers'),
  simpleResolvers: true,
})
export class AuditEntryType extends NodeType {
  @Field(() => Instant, described('办理时刻', 'When it was done'))
  at!: string;

  @Field(() => String, described('操作，如 approveCourseRun', 'The operation, such as approveCourseRun'))
  kind!: string;

  @Field(() => String, described('办理人所代表的机构或地区', 'The body or regions that the actor acted for'))
  tenant!: string;

  @Field(() => RegionType, { nullable: true, ...described('所属地区；全省事项为空', 'Its region; null for what concerns the province') })
  region!: RegionType | null;

  @Field(() => String, described('办理人', 'Who did it'))
  actor!: string;

  @Field(() => String, { nullable: true, ...described('被批准事项的提出人', 'Who proposed or filed what was approved') })
  approved!: string | null;

  @Field(() => [String], described('依据条款', 'The clauses it rests on'))
  clauses!: readonly string[];

  @Field(() => [AuditSubjectType], described('所涉对象', 'What it is about'))
  subjects!: readonly AuditSubjectType[];

  @Field(() => [NamedValueType], described('名额或金额', 'Places or yuan'))
  amounts!: readonly NamedValueType[];

  @Field(() => [NamedValueType], described('其他内容', 'What else it says'))
  details!: readonly NamedValueType[];

  @Field(() => ID, { nullable: true, ...described('所冲正的记录', 'The entry that it reverses') })
  reversalOf!: string | null;

  @Field(() => String, described('输入的 SHA-256，证件号码已替换', 'SHA-256 of the input, identities replaced'))
  inputDigest!: string;

  @Field(() => String, described('idempotencyKey 的带密钥哈希', 'Keyed hash of the idempotencyKey'))
  idempotencyHash!: string;

  @Field(() => String, described('办理时规则手册的哈希', 'Hash of the rule book that it was done under'))
  ruleBookHash!: string;

  @Field(() => CalendarDay, described('规则手册的日期', 'The day of that rule book'))
  rulesOn!: string;

  @Field(() => String, described('程序版本', 'Version of the engine'))
  engineVersion!: string;

  @Field(() => String, described('记录的原始字节：规范 JSON（RFC 8785）', 'The exact bytes of the entry: canonical JSON (RFC 8785)'))
  canonical!: string;

  @Field(
    () => String,
    described('默克尔树叶的 SHA-256：0x00 加原始字节（RFC 6962）', 'SHA-256 of its Merkle leaf: 0x00 and the exact bytes (RFC 6962)'),
  )
  leafHash!: string;
}

const named = (values: Readonly<Record<string, EntryValue>>): NamedValueType[] =>
  Object.entries(values).map(([name, value]) => ({ name, value: typeof value === 'string' ? value : canonicalText(value) }));

/** An entry as the API shows it, read from its bytes. Throws where the row's columns say something else. */
export function auditEntryView(bookOn: (on: string) => RuleBook, row: AuditEntryRow): AuditEntryType {
  const { rules, region, subjects, amounts, details, reversalOf, id, ...said }: Entry = entryOf(row);
  const shown = {
    __typename: 'AuditEntry',
    ...said,
    id: nodeId('AuditEntry', id),
    region: region === null ? null : regionView(bookOn(rules.on), region),
    subjects: subjects.map((subject) => ({ type: subject.type, id: nodeId(subject.type, subject.id) })),
    amounts: named(amounts),
    details: named(details),
    reversalOf: reversalOf === null ? null : nodeId('AuditEntry', reversalOf),
    ruleBookHash: rules.book,
    rulesOn: rules.on,
    engineVersion: rules.engine,
    canonical: Buffer.from(row.bytes).toString('utf8'),
    leafHash: leafHash(row.bytes).toString('hex'),
  };
  return shown;
}

export const AuditEntryConnectionType = connectionType('AuditEntry', '审计记录', 'audit entry', () => AuditEntryType);

@InputType('AuditEntryFilter', described('审计记录的筛选；各项须同时满足', 'Which audit entries; all parts must hold'))
export class AuditEntryFilter {
  @Field(() => ID, {
    nullable: true,
    ...described('所涉对象的 id，如班期、培训计划、学员报名', 'Id of what it is about, such as a course run, a plan or an enrolment'),
  })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, ...described('操作，如 revealIdentity', 'The operation, such as revealIdentity') })
  kind?: string | null;

  @Field(() => String, { nullable: true, ...described('地区，代码或名称', 'Region, code or Chinese name') })
  region?: string | null;

  @Field(() => String, { nullable: true, ...described('办理人', 'Who did it') })
  actor?: string | null;

  @Field(() => Instant, { nullable: true, ...described('自此时刻（含）', 'From this instant on') })
  from?: string | null;

  @Field(() => Instant, { nullable: true, ...described('至此时刻（不含）', 'Before this instant') })
  to?: string | null;
}
