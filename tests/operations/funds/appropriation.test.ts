import type { DataSource } from 'typeorm';
import { approveAppropriation, rejectAppropriation } from '../../../src/operations/funds/decide-appropriation.js';
import { recordAppropriation } from '../../../src/operations/funds/record-appropriation.js';
import { reverseAppropriation } from '../../../src/operations/funds/reverse-appropriation.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import { examineBooks } from '../../../src/operations/upkeep/examine-books.js';
import type { AppropriationRow } from '../../../src/store/rows/appropriation-row.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { appropriated, appropriationId, decisionOn, FINANCE, freshFund, MONEY, recorded, standsAs } from './money.js';

const CLERKS = 12;

describeOnEachDatabase('what documents bring into the funds of a region (辽人社发〔2023〕36号, 四(一)2; Q34)', (open) => {
  let dataSource: DataSource;
  let workplace: Workplace;
  beforeAll(async () => {
    dataSource = await open();
    workplace = await workplaceOn(dataSource);
  });
  afterEach(async () => {
    expect(await examineBooks(dataSource)).toEqual([]);
  });
  const refusals = (operation: typeof approveAppropriation, actor: Actor, row: AppropriationRow) =>
    refusalsOf(workplace, operation, actor, decisionOn(row));

  it('is recorded by one person and in the fund once another one has approved, by a second officer or a payer', async () => {
    const changes = freshFund();
    const { year } = changes;
    const row = await recorded(workplace, changes);
    expect(row).toMatchObject({
      regionCode: 'LN-210200',
      year,
      amount: '50000.00',
      status: 'PROPOSED',
      recordedBy: 'zhao',
      transferId: null,
    });
    expect(await standsAs(workplace, year)).toBe('0.00 0.00 0.00 0.00 0.00 0.00');
    const approved = await done(workplace, approveAppropriation, FINANCE.second, decisionOn(row));
    expect(approved).toMatchObject({ status: 'APPROVED', decidedBy: 'qian', transferId: expect.stringMatching(/^\d{13}$/u) });
    await appropriated(workplace, { ...changes, documentNumber: '大财〔2026〕90号（测试）', cause: 'TOP_UP', amount: '0.01' });
    await appropriated(workplace, { ...changes, cause: 'OPENING', amount: '100.00' });
    expect(await standsAs(workplace, year)).toBe('50100.01 0.00 0.00 0.00 0.00 50100.01');
    expect(await standsAs(workplace, year, 'EMPLOYMENT_SUBSIDY')).toBe('0.00 0.00 0.00 0.00 0.00 0.00');
    expect(await refusals(approveAppropriation, FINANCE.payer, approved)).toEqual(['APPROPRIATION_STATUS']);
  });

  it('who recorded it does not approve it, whatever roles that person has, but may reject it; nothing moves then', async () => {
    const changes = freshFund();
    const row = await recorded(workplace, changes);
    const both = person('zhao', ['FINANCE_OFFICER', 'FINANCE_PAYER'], { regions: ['LN-210200'] });
    expect(await refusals(approveAppropriation, both, row)).toEqual(['SAME_PERSON']);
    const input = { ...decisionOn(row), reason: '金额有误' };
    expect(await done(workplace, rejectAppropriation, both, input)).toMatchObject({ status: 'REJECTED', decisionNote: '金额有误' });
    expect(await standsAs(workplace, changes.year)).toBe('0.00 0.00 0.00 0.00 0.00 0.00');
  });

  it('a document is recorded once for each region, fund and cause, however it is written; a rejected one may come again', async () => {
    const changes = freshFund();
    const first = await recorded(workplace, changes);
    const again = (more: object) => refusalsOf(workplace, recordAppropriation, FINANCE.officer, { ...MONEY, ...changes, ...more });
    expect(await again({})).toEqual(['DOCUMENT_RECORDED']);
    expect(await again({ amount: '1.00', year: 2099 })).toEqual(['DOCUMENT_RECORDED']);
    expect(await again({ documentNumber: ` ${changes.documentNumber.replace('第', '第 ')}` })).toEqual(['DOCUMENT_RECORDED']);
    expect(await again({ cause: 'TOP_UP' })).toEqual([]);
    expect(await again({ fund: 'EMPLOYMENT_SUBSIDY' })).toEqual([]);
    const elsewhere = { ...MONEY, ...changes, region: '沈阳' };
    expect(await refusalsOf(workplace, recordAppropriation, FINANCE.other, elsewhere)).toEqual([]);
    await done(workplace, rejectAppropriation, FINANCE.payer, { ...decisionOn(first), reason: '重录' });
    expect(await again({})).toEqual([]);
  });

  it('a fund has one opening balance a year (Q34)', async () => {
    const changes = { ...freshFund(), cause: 'OPENING' };
    await recorded(workplace, changes);
    const other = { ...MONEY, ...changes, documentNumber: '大财〔2026〕91号（测试）' };
    expect(await refusalsOf(workplace, recordAppropriation, FINANCE.officer, other)).toEqual(['OPENING_RECORDED']);
    expect(await refusalsOf(workplace, recordAppropriation, FINANCE.officer, { ...other, fund: 'EMPLOYMENT_SUBSIDY' })).toEqual([]);
    expect(await refusalsOf(workplace, recordAppropriation, FINANCE.officer, { ...other, cause: 'TOP_UP' })).toEqual([]);
  });

  it('the reading of Q34 that nobody can carry out, an import, is not recorded', async () => {
    const input = {
      question: 'fund.balanceSource',
      reading: 'IMPORTED_FROM_FINANCE_SYSTEM',
      region: '大连',
      validFrom: '2026-03-02',
      documentNumber: '测试',
    };
    await expect(act(workplace, proposeReading, PEOPLE.officer, input)).rejects.toMatchObject({ code: 'READING_NOT_COMPUTED' });
  });

  it.each([
    ['another region', FINANCE.other, {}, 'FORBIDDEN'],
    ['a payer', FINANCE.payer, {}, 'FORBIDDEN'],
    ['an HR officer', PEOPLE.officer, {}, 'FORBIDDEN'],
    ['an institution', PEOPLE.institution, {}, 'FORBIDDEN'],
    ['no token', null, {}, 'UNAUTHENTICATED'],
    ['a region that is none', FINANCE.officer, { region: '吉林' }, 'UNKNOWN_REGION'],
    ['nothing', FINANCE.officer, { amount: '0.00' }, 'BAD_USER_INPUT'],
    ['less than nothing', FINANCE.officer, { amount: '-1.00' }, 'BAD_USER_INPUT'],
    ['three decimals', FINANCE.officer, { amount: '1.005' }, 'BAD_USER_INPUT'],
    ['thirteen digits', FINANCE.officer, { amount: '1000000000000.00' }, 'BAD_USER_INPUT'],
    ['a day after today', FINANCE.officer, { recordedOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['a carry-over', FINANCE.officer, { cause: 'CARRY_OVER' }, 'BAD_USER_INPUT'],
  ])('%s is refused as asked', async (_title, actor, changes, code) => {
    await expect(act(workplace, recordAppropriation, actor, { ...MONEY, ...changes })).rejects.toMatchObject({ code });
  });

  it('what is another region’s reads as not there', async () => {
    const row = await recorded(workplace, freshFund());
    await expect(act(workplace, approveAppropriation, FINANCE.otherPayer, decisionOn(row))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const input = { ...appropriationId(row), documentNumber: 'x', reason: 'y', recordedOn: '2026-03-02' };
    await expect(act(workplace, reverseAppropriation, FINANCE.other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not decided before the day of its record', async () => {
    const row = await recorded(workplace, freshFund());
    expect(await refusalsOf(workplace, approveAppropriation, FINANCE.payer, decisionOn(row, '2026-02-28'))).toEqual(['NOT_BEFORE']);
  });

  it(`of ${CLERKS} who record one document at once one does, and of ${CLERKS} who approve it one does: it is in the fund once`, async () => {
    const changes = freshFund();
    const clerks = Array.from({ length: CLERKS }, (_, index) => person(`clerk${index}`, ['FINANCE_OFFICER'], { regions: ['LN-210200'] }));
    const records = await Promise.all(clerks.map((clerk) => act(workplace, recordAppropriation, clerk, { ...MONEY, ...changes })));
    const [row, ...others] = records.flatMap((reply) => reply.done ?? []);
    expect(others).toEqual([]);
    expect(records.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(Array(CLERKS - 1).fill('DOCUMENT_RECORDED'));
    const approvals = await Promise.all(
      clerks.map((_, index) =>
        act(workplace, approveAppropriation, index % 2 === 0 ? FINANCE.payer : FINANCE.second, decisionOn(row ?? { id: '' })),
      ),
    );
    expect(approvals.filter(({ done: approved }) => approved !== null).length).toBe(1);
    expect(await standsAs(workplace, changes.year)).toBe('50000.00 0.00 0.00 0.00 0.00 50000.00');
  });
});
