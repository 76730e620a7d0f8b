import type { DataSource } from 'typeorm';
import { carryOverFunds } from '../../../src/operations/funds/carry-over-funds.js';
import { approveAppropriation, rejectAppropriation } from '../../../src/operations/funds/decide-appropriation.js';
import { recordAppropriation } from '../../../src/operations/funds/record-appropriation.js';
import { reverseAppropriation } from '../../../src/operations/funds/reverse-appropriation.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { examineBooks } from '../../../src/operations/upkeep/examine-books.js';
import type { AppropriationRow } from '../../../src/store/rows/appropriation-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, refusalsOf, workplaceOn } from '../workplace.js';
import { appropriated, appropriationId, committed, DAY, decisionOn, FINANCE, freshFund, MONEY, recorded, standsAs } from './money.js';

describeOnEachDatabase('what is committed, paid, taken back and carried over (docs/decisions/0017-payees-and-funds.md)', (open) => {
  let dataSource: DataSource;
  let workplace: Workplace;
  beforeAll(async () => {
    dataSource = await open();
    workplace = await workplaceOn(dataSource);
  });
  afterEach(async () => {
    expect(await examineBooks(dataSource)).toEqual([]);
  });
  const approve = (row: AppropriationRow) => done(workplace, approveAppropriation, FINANCE.payer, decisionOn(row));
  const reversalOf = (row: AppropriationRow, documentNumber = `冲销 ${row.documentNumber}`) => ({
    ...appropriationId(row),
    documentNumber,
    reason: '金额录错',
    recordedOn: DAY,
  });
  const reverse = (row: AppropriationRow, documentNumber?: string) =>
    done(workplace, reverseAppropriation, FINANCE.officer, reversalOf(row, documentNumber));
  const carryOf = (fund: Partial<typeof MONEY>, amount: string) => {
    const { cause: _cause, ...rest } = { ...MONEY, ...fund, documentNumber: `结转 ${fund.documentNumber}`, amount };
    return rest;
  };
  const carry = (fund: Partial<typeof MONEY>, amount: string) => done(workplace, carryOverFunds, FINANCE.officer, carryOf(fund, amount));

  it('committed and paid money is not available: 50000.00 = 1280.00 committed + 6400.00 paid + 42320.00', async () => {
    const fund = freshFund();
    await appropriated(workplace, fund);
    await committed(workplace, fund.year, ['2400.00', '4000.00', '1280.00'], 2);
    expect(await standsAs(workplace, fund.year)).toBe('50000.00 0.00 1280.00 6400.00 0.00 42320.00');
  });

  it('an appropriation is taken back by a document of another person, and its own document may be recorded anew', async () => {
    const fund = freshFund();
    const wrong = await appropriated(workplace, { ...fund, amount: '5000.00' });
    const reversal = await reverse(wrong);
    expect(reversal).toMatchObject({ cause: 'REVERSAL', amount: '5000.00', reversesId: wrong.id, reason: '金额录错', status: 'PROPOSED' });
    expect(await standsAs(workplace, fund.year)).toBe('5000.00 0.00 0.00 0.00 0.00 5000.00');
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.second, reversalOf(wrong, '另一文号'))).toEqual(['REVERSAL_OPEN']);
    expect(await refusalsOf(workplace, approveAppropriation, FINANCE.officer, decisionOn(reversal))).toEqual(['SAME_PERSON']);
    await approve(reversal);
    expect(await standsAs(workplace, fund.year)).toBe('0.00 0.00 0.00 0.00 0.00 0.00');
    expect(await dataSource.query('SELECT status FROM appropriation WHERE id = $1', [wrong.id])).toEqual([{ status: 'REVERSED' }]);
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, reversalOf(wrong, '又一文号'))).toEqual([
      'APPROPRIATION_STATUS',
    ]);
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, reversalOf(reversal, '又一文号'))).toEqual([
      'NOT_REVERSIBLE',
    ]);
    await appropriated(workplace, { ...fund, amount: '50000.00' });
    expect(await standsAs(workplace, fund.year)).toBe('50000.00 0.00 0.00 0.00 0.00 50000.00');
  });

  it('the entry of a reversal names the entry that it takes back', async () => {
    const wrong = await appropriated(workplace, freshFund());
    await approve(await reverse(wrong));
    const said = await dataSource.query(
      `SELECT entry.kind, convert_from(entry.bytes, 'UTF8')::jsonb->>'reversalOf' AS reversal, entry.id FROM audit_entry AS entry
       JOIN audit_subject AS subject ON subject.entry_id = entry.id WHERE subject.subject_type = 'Appropriation' AND subject.subject_id = $1 ORDER BY entry.id`,
      [wrong.id],
    );
    expect(said.map(({ kind }: { kind: string }) => kind)).toEqual([
      'recordAppropriation',
      'approveAppropriation',
      'reverseAppropriation',
      'approveAppropriation',
    ]);
    expect(said[3].reversal).toBe(said[1].id);
  });

  it('nothing is taken back below what is committed or paid, at the record and at the approval, with the amounts told', async () => {
    const fund = freshFund();
    const first = await appropriated(workplace, { ...fund, amount: '5000.00' });
    await appropriated(workplace, { ...fund, cause: 'TOP_UP', amount: '1000.00' });
    const open = await reverse(first);
    await committed(workplace, fund.year, ['900.00', '100.01'], 1);
    const { refusals } = await act(workplace, approveAppropriation, FINANCE.payer, decisionOn(open));
    expect(refusals).toMatchObject([
      {
        kind: 'FUNDS',
        code: 'FUNDS_COMMITTED',
        clause: 'LN2023-36/4.1.14',
        facts: { asked: '5000.00', available: '4999.99', committed: '100.01', paid: '900.00' },
      },
    ]);
    await done(workplace, rejectAppropriation, FINANCE.payer, { ...decisionOn(open), reason: '已承付' });
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, reversalOf(first))).toEqual(['FUNDS_COMMITTED']);
    await appropriated(workplace, { ...fund, documentNumber: `补 ${fund.documentNumber}`, cause: 'TOP_UP', amount: '0.01' });
    await approve(await reverse(first));
    expect(await standsAs(workplace, fund.year)).toBe('1000.01 0.00 100.01 900.00 0.00 0.00');
  });

  it('what is not approved is not taken back, nor before the day of its approval', async () => {
    const fund = freshFund();
    const row = await recorded(workplace, fund);
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, reversalOf(row))).toEqual(['APPROPRIATION_STATUS']);
    await approve(row);
    const early = { ...reversalOf(row), recordedOn: '2026-03-01' };
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, early)).toEqual(['NOT_BEFORE']);
  });

  it('what is left goes on to the same fund of the next year once another person approves, and no more than is left', async () => {
    const fund = freshFund();
    await appropriated(workplace, { ...fund, amount: '10000.00' });
    await committed(workplace, fund.year, ['4000.00'], 1);
    const { refusals } = await act(workplace, carryOverFunds, FINANCE.officer, carryOf(fund, '6000.01'));
    expect(refusals).toMatchObject([{ code: 'FUNDS_SHORT', facts: { asked: '6000.01', available: '6000.00', fund: 'SPECIAL_ACCOUNT' } }]);
    const carried = await carry(fund, '6000.00');
    expect(await standsAs(workplace, fund.year)).toBe('10000.00 0.00 0.00 4000.00 0.00 6000.00');
    expect(await refusalsOf(workplace, approveAppropriation, FINANCE.officer, decisionOn(carried))).toEqual(['SAME_PERSON']);
    await approve(carried);
    expect(await standsAs(workplace, fund.year)).toBe('10000.00 0.00 0.00 4000.00 6000.00 0.00');
    expect(await standsAs(workplace, fund.year + 1)).toBe('0.00 6000.00 0.00 0.00 0.00 6000.00');
    await committed(workplace, fund.year + 1, ['0.01']);
    expect(await refusalsOf(workplace, reverseAppropriation, FINANCE.officer, reversalOf(carried))).toEqual(['FUNDS_COMMITTED']);
  });

  it('a carry-over is taken back whole while the next year has used nothing of it', async () => {
    const fund = freshFund();
    await appropriated(workplace, { ...fund, amount: '10.00' });
    const carried = await carry(fund, '10.00');
    await approve(carried);
    await approve(await reverse(carried));
    expect(await standsAs(workplace, fund.year)).toBe('10.00 0.00 0.00 0.00 0.00 10.00');
    expect(await standsAs(workplace, fund.year + 1)).toBe('0.00 0.00 0.00 0.00 0.00 0.00');
  });

  it('of two carry-overs of the same money one is refused when it is approved', async () => {
    const fund = freshFund();
    await appropriated(workplace, { ...fund, amount: '10.00' });
    const one = await carry(fund, '10.00');
    const other = await carry({ ...fund, documentNumber: `再 ${fund.documentNumber}` }, '10.00');
    const replies = await Promise.all(
      [one, other].map((row, index) => act(workplace, approveAppropriation, index === 0 ? FINANCE.payer : FINANCE.second, decisionOn(row))),
    );
    expect(replies.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['FUNDS_SHORT']);
    expect(await standsAs(workplace, fund.year + 1)).toBe('0.00 10.00 0.00 0.00 0.00 10.00');
  });

  it.each([
    ['another region carries it over', carryOverFunds, FINANCE.other, 'FORBIDDEN'],
    ['a payer carries it over', carryOverFunds, FINANCE.payer, 'FORBIDDEN'],
  ])('%s: %#', async (_title, operation, actor, code) => {
    await expect(act(workplace, operation, actor, carryOf(freshFund(), '1.00'))).rejects.toMatchObject({ code });
  });

  it('a replay of the transfers finds yuan that somebody put into a counter', async () => {
    const fund = freshFund();
    await appropriated(workplace, fund);
    const change = (by: number) =>
      dataSource.query('UPDATE account SET credits_posted = credits_posted + $2 WHERE code = $1', [
        `CNY/SPECIAL_ACCOUNT/LN-210200/${fund.year}`,
        by,
      ]);
    await change(0.01);
    const [fault, ...others] = await examineBooks(dataSource);
    expect([fault?.about, fault?.text.en, others]).toEqual([
      `ledger ${fund.year}`,
      expect.stringContaining('"counter":"5000001","replayed":"5000000"'),
      [],
    ]);
    await change(-0.01);
  });

  it('the same request twice records once', async () => {
    const input = { ...MONEY, ...freshFund() };
    const first = await act(workplace, recordAppropriation, FINANCE.officer, input, 'fund-key-0001');
    const again = await act(workplace, recordAppropriation, FINANCE.officer, input, 'fund-key-0001');
    expect(again).toEqual({ ...first, isReplayed: true });
  });
});
