import type { Workplace } from '../../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { PEOPLE, workplaceOn } from '../../operations/workplace.js';
import { askAs, mutateAs } from '../at-workplace.js';

const DOCUMENT = '辽人社函〔2026〕0号（测试）';
const USAGE = `{ quotaUsage(year: 2026) { year total { allocated held named used released available persons }
  regions { region { nameZh } mode allocated held named used released available persons } } }`;
const ADJUSTMENTS = `{ quotaAdjustments(year: 2026) { region { nameZh } on by before after documentNumber reason proposal { proposedBy decidedBy } } }`;
const ANSWER = `proposal { id status change { kind ... on QuotaAdjustmentChange { year changesTotal reason lines { region { nameZh } by } } } }
  userErrors { __typename code ... on PlacesError { asked available } }`;

interface Answer {
  readonly proposal: { readonly id: string } | null;
  readonly userErrors: readonly object[];
}

describeOnEachDatabase('quotaUsage, adjustQuota and quotaAdjustments (辽人社发〔2023〕36号, 附件7)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const input = {
    year: 2026,
    changes: [
      { region: '大连', by: -20 },
      { region: '沈阳', by: 20 },
    ],
    reason: '结合实际动态调整',
    documentNumber: DOCUMENT,
  };

  it('anybody sees how places stand', async () => {
    const { quotaUsage } = await askAs<{ quotaUsage: { total: object; regions: object[] } }>(workplace, null, USAGE);
    const nothing = { held: 0, named: 0, used: 0, released: 0, persons: 0 };
    expect(quotaUsage.total).toEqual({ ...nothing, allocated: 3000, available: 3000 });
    expect(quotaUsage.regions).toHaveLength(15);
    expect(quotaUsage.regions.at(-1)).toEqual({
      ...nothing,
      region: { nameZh: '沈抚示范区' },
      mode: 'CAP',
      allocated: 100,
      available: 100,
    });
    await expect(askAs(workplace, null, '{ quotaUsage(year: 2022) { year } }')).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE' });
    await expect(askAs(workplace, null, '{ quotaUsage(year: 1) { year } }')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('two persons adjust them; a region sees its own line and by which document, the auditor all of them and who it was', async () => {
    const { proposal, userErrors } = await mutateAs<Answer>(workplace, PEOPLE.province, 'adjustQuota', input, ANSWER);
    expect(userErrors).toEqual([]);
    expect(proposal).toMatchObject({
      status: 'PROPOSED',
      change: {
        kind: 'QUOTA_ADJUSTMENT',
        year: 2026,
        changesTotal: false,
        lines: [
          { region: { nameZh: '大连' }, by: -20 },
          { region: { nameZh: '沈阳' }, by: 20 },
        ],
      },
    });
    await mutateAs(workplace, PEOPLE.provinceReviewer, 'approveProposal', { proposalId: proposal?.id }, 'proposal { status }');
    const line = { on: '2026-03-02', documentNumber: DOCUMENT, reason: '结合实际动态调整' };
    const rows = [
      { ...line, region: { nameZh: '大连' }, by: -20, before: 600, after: 580 },
      { ...line, region: { nameZh: '沈阳' }, by: 20, before: 600, after: 620 },
    ];
    expect(await askAs(workplace, PEOPLE.officer, ADJUSTMENTS)).toEqual({ quotaAdjustments: [{ ...rows[0], proposal: null }] });
    await expect(askAs(workplace, null, ADJUSTMENTS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await askAs(workplace, PEOPLE.auditor, ADJUSTMENTS)).toEqual({
      quotaAdjustments: rows.map((row) => ({ ...row, proposal: { proposedBy: 'feng', decidedBy: 'jiang' } })),
    });
  });

  it('a refusal says which region could give how many', async () => {
    const changes = [
      { region: '本溪', by: -201 },
      { region: '沈阳', by: 201 },
    ];
    const { userErrors } = await mutateAs<Answer>(workplace, PEOPLE.province, 'adjustQuota', { ...input, changes }, ANSWER);
    expect(userErrors).toEqual([{ __typename: 'PlacesError', code: 'PLACES_RESERVED', asked: 201, available: 200 }]);
  });
});
