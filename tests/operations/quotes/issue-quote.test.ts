import { randomUUID } from 'node:crypto';
import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import { proposeRegionalRate } from '../../../src/operations/governance/propose-regional-rate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { issueQuote } from '../../../src/operations/quotes/issue-quote.js';
import { quoteTokenOf } from '../../../src/operations/quotes/quote-token.js';
import { verifyQuote } from '../../../src/operations/quotes/verify-quote.js';
import { verifyReceipt } from '../../../src/operations/verify-receipt.js';
import { NO_REACH } from '../../../src/policy/access/reach.js';
import { readQuotes } from '../../../src/store/quotes.js';
import type { QuoteRow } from '../../../src/store/rows/quote-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { approve, decided } from '../governance/decisions.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { LINES, QUESTION, quoteKeysOf } from './quotes.js';

const { institution, otherInstitution, officer, otherOfficer, finance } = PEOPLE;
const PAGE = { size: 100, isBackward: false, after: null, before: null };

describeOnEachDatabase('a quote is issued (our design, docs/decisions/0021-quotes.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const issue = (input: object = QUESTION, by = institution): Promise<QuoteRow> => done(workplace, issueQuote, by, input);
  const verify = (row: QuoteRow, today: Workplace = workplace) => verifyQuote(today.desk, today.quoteKeys, quoteTokenOf(row));
  const all = async () => (await readQuotes(workplace.dataSource.manager, { ...NO_REACH, isWholeProvince: true }, [], PAGE)).rows;

  it('27 x 160 x 25 and 25 x 80 x 20 yuan, for thirty days, pinned to its rules and with its receipt', async () => {
    const quote = await issue();
    expect(quote).toMatchObject({
      regionCode: 'LN-210200',
      institutionCode: 'TI-DUT',
      number: `QT-2026-${quote.id.slice(4)}`,
      issuedOn: '2026-03-02',
      expiresOn: '2026-04-01',
      amount: '148000.00',
      amountIfCleared: '148000.00',
      ruleVersion: 'subsidyEstimate@1',
      ruleBookHash: workplace.desk.ruleBook({ on: '2026-03-02', region: '大连' }).hash,
      issuedBy: 'chen',
      signedWith: quoteKeysOf(7).signing.id,
    });
    expect(quote.statement.lines.map(({ amount }) => amount)).toEqual(['108000.00', '40000.00']);
    const receipt = { hash: quote.receiptHash, canonical: quote.receipt };
    expect(verifyReceipt(workplace.desk, receipt)).toMatchObject({ isIntact: true, holds: true, ruleBookHash: quote.ruleBookHash });
    expect(await verify(quote)).toMatchObject({
      status: 'VALID',
      today: { isSameRuleBook: true, ruleChanges: [], comparison: { status: 'SAME', difference: '0.00', causes: [] } },
    });
  });

  it('what the store gives back has the very token that was signed, and is never changed', async () => {
    const quote = await issue();
    const [stored] = (await all()).filter(({ id }) => id === quote.id);
    expect(stored).toEqual(JSON.parse(JSON.stringify(quote)));
    expect(quoteTokenOf(stored ?? quote)).toBe(quoteTokenOf(quote));
    await expect(workplace.dataSource.query(`UPDATE quote SET amount = 1 WHERE id = $1`, [quote.id])).rejects.toThrow();
    await expect(workplace.dataSource.query(`DELETE FROM quote WHERE id = $1`, [quote.id])).rejects.toThrow();
  });

  it('a statement that was changed in the database no longer verifies', async () => {
    const quote = await issue();
    const changed = { ...quote, statement: { ...quote.statement, amount: '999999.00' } };
    expect((await verify(changed)).status).toBe('FORGED');
  });

  it('the signing key stands nowhere in the row, the entry or the reply', async () => {
    const quote = await issue();
    const secret = Buffer.alloc(32, 7);
    const kept = JSON.stringify([
      quote,
      await workplace.dataSource.query('SELECT * FROM audit_entry'),
      await workplace.dataSource.query('SELECT * FROM idempotency'),
    ]);
    for (const text of [secret.toString('base64'), secret.toString('hex'), secret.toString('base64url'), 'PRIVATE KEY'])
      expect(kept).not.toContain(text);
  });

  it.each([
    ['an institution for itself, in any region', institution, { ...QUESTION, region: '沈阳' }, 'LN-210100', 'TI-DUT'],
    ['an institution for itself, without a region', institution, { ...QUESTION, region: null }, null, 'TI-DUT'],
    ['an HR officer for the own region', officer, { region: '大连', lines: LINES }, 'LN-210200', null],
    ['an HR officer for an institution in the own region', officer, QUESTION, 'LN-210200', 'TI-DUT'],
    ['a finance officer for the own region', finance, { region: 'LN-210200', lines: LINES }, 'LN-210200', null],
  ])('%s', async (_title, by, input, regionCode, institutionCode) => {
    expect(await issue(input, by)).toMatchObject({ regionCode, institutionCode, amount: '148000.00', issuedBy: by.person });
  });

  it.each([
    ['another institution', otherInstitution, QUESTION, 'FORBIDDEN', 'institution'],
    ['an officer of another region', otherOfficer, QUESTION, 'FORBIDDEN', 'region'],
    ['an institution that names none', institution, { region: '大连', lines: LINES }, 'BAD_USER_INPUT', 'institution'],
    ['an officer who names no region', officer, { lines: LINES }, 'BAD_USER_INPUT', 'region'],
    ['an officer who names an institution alone', officer, { institution: 'TI-DUT', lines: LINES }, 'BAD_USER_INPUT', 'region'],
    ['a reviewer', PEOPLE.reviewer, QUESTION, 'FORBIDDEN', null],
    ['the province', PEOPLE.province, QUESTION, 'FORBIDDEN', null],
    ['an auditor', PEOPLE.auditor, QUESTION, 'FORBIDDEN', null],
    ['nobody', null, QUESTION, 'UNAUTHENTICATED', null],
    ['a day after today', institution, { ...QUESTION, on: '2026-03-03' }, 'BAD_USER_INPUT', 'on'],
    ['an unknown region', institution, { ...QUESTION, region: '某市' }, 'UNKNOWN_REGION', 'region'],
    ['an institution that is in no directory', officer, { ...QUESTION, institution: '某大学' }, 'UNKNOWN_INSTITUTION', 'institution'],
    [
      'an unknown occupation',
      institution,
      { ...QUESTION, lines: [{ ...LINES[0], occupation: '某职业' }] },
      'UNKNOWN_OCCUPATION',
      'lines[0].occupation',
    ],
    ['the same line twice', institution, { ...QUESTION, lines: [LINES[0], LINES[0]] }, 'DUPLICATE_LINE', 'lines[1]'],
    ['no line', institution, { ...QUESTION, lines: [] }, 'BAD_USER_INPUT', 'lines'],
    ['nobody to train', institution, { ...QUESTION, lines: [{ ...LINES[0], headCount: 0 }] }, 'BAD_USER_INPUT', 'lines[0].headCount'],
    ['a day before the notice', institution, { ...QUESTION, on: '2020-01-01' }, 'RULE_NOT_IN_FORCE', expect.anything()],
  ])('%s is refused, and nothing is left behind', async (_title, by, input, code, field) => {
    const before = (await all()).length;
    await expect(act(workplace, issueQuote, by, input)).rejects.toMatchObject({ code, field });
    expect((await all()).length).toBe(before);
  });

  it('no quote of what nobody could be paid for: cloud computing has neither trainer nor assessor (附件1, 附件6)', async () => {
    const lines = [{ occupation: '云计算', level: 'SENIOR', headCount: 10 }];
    expect(await refusalsOf(workplace, issueQuote, institution, { ...QUESTION, lines })).toEqual(['QUOTE_OF_NOTHING']);
    expect(await issue({ ...QUESTION, lines: [...lines, LINES[0]] })).toMatchObject({ amount: '108000.00' });
  });

  it('a line that is held is quoted at 0.00, and at its worth once the hold is cleared', async () => {
    const lines = [{ ...LINES[0], isRecorded: false }];
    expect(await issue({ ...QUESTION, lines })).toMatchObject({ amount: '0.00', amountIfCleared: '108000.00' });
  });

  it('sixteen at once under one key are one quote and one entry', async () => {
    const key = randomUUID();
    const before = (await all()).length;
    const replies = await Promise.all(Array.from({ length: 16 }, () => act(workplace, issueQuote, institution, QUESTION, key)));
    expect(new Set(replies.map((reply) => quoteTokenOf(reply.done as QuoteRow))).size).toBe(1);
    expect(replies.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect((await all()).length).toBe(before + 1);
    await expect(act(workplace, issueQuote, institution, { ...QUESTION, region: '沈阳' }, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('it leaves one entry, which names number, amount, rules and key but nothing of a person', async () => {
    const quote = await issue();
    const entries = await workplace.dataSource.query<{ readonly bytes: Uint8Array }[]>(
      `SELECT bytes FROM audit_entry JOIN audit_subject ON entry_id = audit_entry.id WHERE subject_type = 'Quote' AND subject_id = $1`,
      [quote.id],
    );
    expect(entries.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')))).toEqual([
      expect.objectContaining({
        kind: 'issueQuote',
        region: 'LN-210200',
        actor: 'chen',
        amounts: { quoted: '148000.00', quotedIfCleared: '148000.00' },
        details: expect.objectContaining({ number: quote.number, expiresOn: '2026-04-01', ruleBookHash: quote.ruleBookHash }),
      }),
    ]);
  });
});

describeOnEachDatabase('a quote beside rules that change (our design, docs/decisions/0021-quotes.md; Q96)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const verify = (row: QuoteRow) => verifyQuote(workplace.desk, workplace.quoteKeys, quoteTokenOf(row));
  const DOCUMENT = '大人社发〔2026〕9号（测试）';

  it('says the difference and its cause once 大连 has set 30 yuan for seniors: 27 x 160 x 5', async () => {
    const quote = await done(workplace, issueQuote, institution, QUESTION);
    const elsewhere = await done(workplace, issueQuote, institution, { ...QUESTION, region: '沈阳' });
    const rate = { region: '大连', level: 'SENIOR', hourlyRate: '30.00', validFrom: '2026-03-01', documentNumber: DOCUMENT };
    await approve(workplace, await done(workplace, proposeRegionalRate, officer, rate), PEOPLE.reviewer);
    const found = await verify(quote);
    expect(found).toMatchObject({
      status: 'VALID',
      statement: { amount: '148000.00' },
      today: {
        isSameRuleBook: false,
        comparison: {
          status: 'DIFFERENT',
          quotedAmount: '148000.00',
          presentAmount: '169600.00',
          difference: '21600.00',
          causes: [{ code: 'RATE_CHANGED', occupation: 'BIG_DATA', level: 'SENIOR', before: '25.00', after: '30.00', amount: '21600.00' }],
        },
      },
    });
    expect(found.today?.ruleChanges).toEqual([
      expect.objectContaining({
        kind: 'HOURLY_RATE',
        key: 'BIG_DATA/SENIOR',
        before: '25.00',
        after: '30.00',
        citation: expect.objectContaining({ documentNumber: DOCUMENT }),
      }),
    ]);
    expect(await verify(elsewhere)).toMatchObject({ today: { comparison: { status: 'SAME' }, ruleChanges: [] } });
  });

  it('holds for the days that are in force at its issue; a later change leaves it as it is', async () => {
    const before = await done(workplace, issueQuote, officer, { region: '大连', lines: LINES });
    const reading = { question: 'Q96', reading: 'DAYS_60', validFrom: '2026-03-02', documentNumber: 'X' };
    await decided(workplace, proposeReading, reading);
    const after = await done(workplace, issueQuote, officer, { region: '大连', lines: LINES });
    expect([before.expiresOn, after.expiresOn]).toEqual(['2026-04-01', '2026-05-01']);
    expect(await verify(before)).toMatchObject({ status: 'VALID', statement: { expiresOn: '2026-04-01' } });
  });
});
