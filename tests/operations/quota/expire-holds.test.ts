import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { expireHolds } from '../../../src/operations/quota/expire-holds.js';
import { quotaUsageOf } from '../../../src/operations/quota/quota-usage.js';
import { holdExpiresAt } from '../../../src/policy/quota-mode.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { NOON, workplaceOn } from '../workplace.js';
import { decided } from '../governance/decisions.js';
import { hold } from './holding.js';

const AT = NOON.toISOString();

describeOnEachDatabase('holds that lapse (our design, docs/decisions/0006-open-questions.md, Q95)', (open) => {
  let workplace: Workplace;
  let now = NOON;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => now);
  });
  const usageIn = async (regionCode: string) => {
    const at = workplace.clock().toISOString();
    const { regions } = await quotaUsageOf({ manager: workplace.dataSource.manager, desk: workplace.desk, at }, 2026);
    return regions.find((region) => region.regionCode === regionCode);
  };
  const entries = () =>
    workplace.dataSource.query(
      `SELECT actor, tenant, convert_from(bytes, 'UTF8') AS bytes FROM audit_entry WHERE kind = 'expireHolds' ORDER BY id`,
    );

  it('by default they do not', () => {
    expect(holdExpiresAt(workplace.desk.ruleBook({ on: '2026-03-02' }), AT)).toBeNull();
  });

  it('by a recorded reading they lapse so many days after the approval: 2 March and 30 days are 1 April', async () => {
    await decided(workplace, proposeReading, { question: 'Q95', reading: 'DAYS_30', validFrom: '2026-03-02', documentNumber: 'X' });
    expect(holdExpiresAt(workplace.desk.ruleBook({ on: '2026-03-01' }), AT)).toBeNull();
    expect(holdExpiresAt(workplace.desk.ruleBook({ on: '2026-03-02' }), AT)).toBe('2026-04-01T04:00:00.000Z');
  });

  it('count as given back from that instant on, before anybody swept; swept once, with one entry by the system', async () => {
    const expiresAt = holdExpiresAt(workplace.desk.ruleBook({ on: '2026-03-02' }), AT);
    await hold(workplace, 'LN-210200', 40, 2026, expiresAt);
    await hold(workplace, 'LN-210200', 7, 2026, null);
    expect(await expireHolds(workplace)).toBe(0);
    expect(await usageIn('LN-210200')).toMatchObject({ allocated: 600, held: 47, released: 0, available: 553 });
    now = new Date('2026-04-01T04:00:00.000Z');
    const lapsed = { allocated: 600, held: 7, released: 40, available: 593 };
    expect(await usageIn('LN-210200')).toMatchObject(lapsed);
    const swept = await Promise.all([expireHolds(workplace), expireHolds(workplace)]);
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await expireHolds(workplace)).toBe(0);
    expect(await usageIn('LN-210200')).toMatchObject(lapsed);
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actor: 'SYSTEM', tenant: 'SYSTEM' });
    expect(JSON.parse(entry.bytes)).toMatchObject({
      kind: 'expireHolds',
      actor: 'SYSTEM',
      amounts: { 'PLACE/QUOTA/LN-210200/2026': '40' },
    });
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  it('one that nobody swept is not in the way of the next hold', async () => {
    await hold(workplace, 'LN-210300', 200, 2026, '2026-04-02T00:00:00.000Z');
    expect(await hold(workplace, 'LN-210300', 1, 2026)).toBe('PLACE/QUOTA/LN-210300/2026');
    now = new Date('2026-04-02T00:00:00.000Z');
    expect(await hold(workplace, 'LN-210300', 150, 2026)).toBeNull();
    expect(await usageIn('LN-210300')).toMatchObject({ allocated: 200, held: 150, available: 50 });
    expect(await expireHolds(workplace)).toBe(0);
  });
});
