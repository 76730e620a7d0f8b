import { createHash } from 'node:crypto';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { approveTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import { recordAgreement } from '../../../src/operations/training/record-agreement.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { done, NOON, PEOPLE, workplaceOn } from '../../operations/workplace.js';
import { askAs, codeOf } from './ask-as.js';

const schema = buildServiceSchema();
const QUERY = `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { totalCount nodes { id kind } } }`;
const PLAN = { institution: 'TI-DUT', year: 2026, title: '第一批', documentNumber: '测试〔2026〕1号', places: 60, drawnUpOn: '2026-03-01' };
const HOUR_MS = 3_600_000;

interface Listed {
  readonly auditEntries: { readonly totalCount: number; readonly nodes: readonly { readonly id: string; readonly kind: string }[] };
}

describeOnEachDatabase('audit entries are asked for by what they are about (docs/decisions/0009-roles-and-scopes.md)', (open) => {
  let workplace: Workplace;
  let planId: string;
  const clock = { now: NOON };
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => clock.now);
    const plan = await done(workplace, proposeTrainingPlan, PEOPLE.officer, { ...PLAN, region: '大连' });
    planId = nodeId('TrainingPlan', plan.id);
    clock.now = new Date(NOON.getTime() + HOUR_MS);
    await done(workplace, approveTrainingPlan, PEOPLE.reviewer, { trainingPlanId: planId, decidedOn: '2026-03-02' });
    await done(workplace, proposeTrainingPlan, PEOPLE.otherOfficer, { ...PLAN, region: '沈阳' });
    const agreement = { region: '大连', institution: 'TI-DUT', number: '协议 1', signedOn: '2026-03-01', validFrom: '2026-03-01' };
    await done(workplace, recordAgreement, PEOPLE.officer, agreement);
  }, 120_000);

  const kindsOf = async (actor: Actor, filter: object | null = null): Promise<readonly string[]> => {
    const { data, errors } = await askAs(schema, workplace, actor, QUERY, { filter });
    expect(errors).toEqual([]);
    const { totalCount, nodes } = (data as unknown as Listed).auditEntries;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ kind }) => kind);
  };

  it('of a plan: who proposed it and who approved it, in that order', async () => {
    expect(await kindsOf(PEOPLE.auditor, { subjectId: planId })).toEqual(['proposeTrainingPlan', 'approveTrainingPlan']);
  });

  it.each([
    ['of an operation', { kind: 'proposeTrainingPlan' }, ['proposeTrainingPlan', 'proposeTrainingPlan']],
    ['of a region, by its name', { region: '沈阳' }, ['proposeTrainingPlan']],
    ['of a person', { actor: 'wang' }, ['proposeTrainingPlan', 'recordAgreement']],
    ['from an instant on', { from: '2026-03-02T05:00:00Z' }, ['approveTrainingPlan', 'proposeTrainingPlan', 'recordAgreement']],
    ['before an instant', { to: '2026-03-02T13:00:00+08:00' }, ['proposeTrainingPlan']],
    ['of all that is asked together', { region: 'LN-210200', actor: 'wang', kind: 'recordAgreement' }, ['recordAgreement']],
    ['of something that is not there', { subjectId: nodeId('TrainingPlan', '2026999999999') }, []],
  ])('%s', async (_title, filter, kinds) => {
    expect(await kindsOf(PEOPLE.auditor, filter)).toEqual(kinds);
  });

  it('a bureau reads those of its region, whoever asks for what', async () => {
    expect(await kindsOf(PEOPLE.finance)).toEqual(['proposeTrainingPlan', 'approveTrainingPlan', 'recordAgreement']);
    expect(await kindsOf(PEOPLE.otherOfficer)).toEqual(['proposeTrainingPlan']);
    expect(await kindsOf(PEOPLE.otherOfficer, { subjectId: planId })).toEqual([]);
    expect(await kindsOf(PEOPLE.otherOfficer, { region: '大连' })).toEqual([]);
  });

  it('shows what its bytes say, and the bytes with their hash (RFC 6962, 2.1)', async () => {
    const source = `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { id at tenant region { code } actor approved clauses
      subjects { type id } amounts { name value } details { name value } rulesOn inputDigest idempotencyHash canonical leafHash } } }`;
    const filter = { subjectId: planId, kind: 'approveTrainingPlan' };
    const { data } = await askAs(schema, workplace, PEOPLE.reviewer, source, { filter });
    const [entry] = (data as { auditEntries: { nodes: readonly { readonly id: string; readonly canonical: string }[] } }).auditEntries
      .nodes;
    const said = JSON.parse(entry?.canonical ?? '') as Readonly<Record<string, unknown>>;
    expect(entry).toMatchObject({
      at: '2026-03-02T05:00:00.000Z',
      tenant: 'LN-210200',
      region: { code: 'LN-210200' },
      actor: 'li',
      approved: 'wang',
      clauses: ['LN2023-36/4.1.8'],
      subjects: [{ type: 'TrainingPlan', id: planId }],
      amounts: [],
      details: [
        { name: 'decidedOn', value: '2026-03-02' },
        { name: 'reason', value: 'null' },
        { name: 'status', value: 'APPROVED' },
      ],
      rulesOn: '2026-03-02',
      inputDigest: said['inputDigest'],
      idempotencyHash: said['idempotencyHash'],
      leafHash: createHash('sha256')
        .update(Buffer.of(0))
        .update(entry?.canonical ?? '', 'utf8')
        .digest('hex'),
    });
    const again = await askAs(
      schema,
      workplace,
      PEOPLE.reviewer,
      'query ($id: ID!) { node(id: $id) { id ... on AuditEntry { canonical } } }',
      {
        id: entry?.id,
      },
    );
    expect(again.data).toEqual({ node: { id: entry?.id, canonical: entry?.canonical } });
  });

  it.each([
    ['an id that is none', { subjectId: 'nothing' }, 'BAD_USER_INPUT', 'filter.subjectId'],
    ['a region that is none', { region: '北京' }, 'UNKNOWN_REGION', 'filter.region'],
  ])('%s is refused', async (_title, filter, code, field) => {
    const told = await askAs(schema, workplace, PEOPLE.auditor, QUERY, { filter });
    expect([codeOf(told), told.errors[0]?.field]).toEqual([code, field]);
  });

  it.each([
    ['actor', "actor = 'somebody'"],
    ['region', "region_code = 'LN-210100'"],
    ['kind', "kind = 'rejectTrainingPlan'"],
    ['tenant', "tenant = 'PROVINCE'"],
    ['instant', "at = at + interval '1 second'"],
    ['bytes', `bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"actor":"li"', '"actor":"feng"'), 'UTF8')`],
    ['bytes, with a blank', "bytes = bytes || ' '::bytea"],
  ])('a row whose %s somebody changed past the service is not shown', async (_title, change) => {
    const { dataSource } = workplace;
    const [kept] = await dataSource.query(`SELECT id FROM audit_entry WHERE kind = 'approveTrainingPlan'`);
    const forged = await dataSource.transaction(async (manager) => {
      await manager.query('ALTER TABLE audit_entry_2026 DISABLE TRIGGER audit_entry_keep');
      await manager.query('CREATE TEMPORARY TABLE before ON COMMIT PRESERVE ROWS AS SELECT * FROM audit_entry WHERE id = $1', [kept.id]);
      await manager.query(`UPDATE audit_entry SET ${change} WHERE id = $1`, [kept.id]);
      return askAs(schema, { ...workplace, dataSource: { manager } as never }, PEOPLE.auditor, QUERY);
    });
    await dataSource.query(
      'UPDATE audit_entry AS entry SET (at, kind, tenant, region_code, actor, bytes) = (SELECT at, kind, tenant, region_code, actor, bytes FROM before) WHERE id = $1',
      [kept.id],
    );
    await dataSource.query('DROP TABLE before');
    await dataSource.query('ALTER TABLE audit_entry_2026 ENABLE TRIGGER audit_entry_keep');
    expect([forged.data, codeOf(forged)]).toEqual([null, expect.stringMatching(/^INTERNAL/u)]);
  });
});
