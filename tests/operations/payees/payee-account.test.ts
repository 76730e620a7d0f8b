import type { DataSource } from 'typeorm';
import { approvePayeeAccount, rejectPayeeAccount } from '../../../src/operations/payees/decide-payee-account.js';
import { proposePayeeAccount } from '../../../src/operations/payees/propose-payee-account.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { decrypt, payeeContext } from '../../../src/store/keys/identity-cipher.js';
import { approvedPayee, lockApprovedPayee } from '../../../src/store/payee-accounts.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { numberOf } from '../../policy/identity-numbers.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { approvedPayeeAccount, decisionOn, NUMBER, PAYEE, proposedPayee } from './payees.js';

const WRITERS = 8;
const SIE = { ...PAYEE, institution: 'TI-SIE', accountNumber: '3301 0020 0900' };
const otherFinance = person('qian', ['FINANCE_OFFICER'], { regions: ['LN-210100'] });

describeOnEachDatabase('the account to which an institution is paid (辽人社发〔2023〕36号, 四(一)2, 直补培训机构)', (open) => {
  let dataSource: DataSource;
  let workplace: Workplace;
  let nameOfSie: string;
  beforeAll(async () => {
    dataSource = await open();
    workplace = await workplaceOn(dataSource);
    nameOfSie =
      workplace.desk
        .ruleBook({ on: '2026-03-01' })
        .entries('TRAINING_INSTITUTION')
        .find(({ key }) => key === 'TI-SIE')?.attributes['nameZh'] ?? '';
  });
  beforeEach(() => dataSource.query('DELETE FROM payee_account'));
  const propose = (changes: object = {}, actor: Actor = PEOPLE.institution) =>
    act(workplace, proposePayeeAccount, actor, { ...PAYEE, ...changes });
  const proposalRefusals = (changes: object) => refusalsOf(workplace, proposePayeeAccount, PEOPLE.institution, { ...PAYEE, ...changes });
  const states = () => dataSource.query('SELECT number_tail AS tail, status FROM payee_account ORDER BY id');

  it('is proposed by the institution and approved by finance; it counts once approved, and not before', async () => {
    const account = await proposedPayee(workplace);
    expect(account).toMatchObject({
      institutionCode: 'TI-DUT',
      holder: '大连理工大学',
      numberTail: '0001',
      status: 'PROPOSED',
      proposedBy: 'chen',
      decidedBy: null,
    });
    expect(await approvedPayee(dataSource.manager, 'TI-DUT')).toBeNull();
    const approved = await done(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(account));
    expect(approved).toMatchObject({ status: 'APPROVED', decidedBy: 'zhao', decidedOn: '2026-03-02' });
    expect(await approvedPayee(dataSource.manager, 'TI-DUT')).toEqual(approved);
    expect(await dataSource.transaction((manager) => lockApprovedPayee(manager, 'TI-DUT'))).toEqual(approved);
    expect(await approvedPayee(dataSource.manager, 'TI-SIE')).toBeNull();
    expect(await refusalsOf(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(account))).toEqual(['ACCOUNT_STATUS']);
  });

  it('is approved by finance of any region, for an institution is paid by several', async () => {
    const account = await proposedPayee(workplace);
    expect(await done(workplace, approvePayeeAccount, otherFinance, decisionOn(account))).toMatchObject({ decidedBy: 'qian' });
  });

  it('another one takes its place when it is approved; rejected, it changes nothing', async () => {
    await approvedPayeeAccount(workplace);
    const rejected = await proposedPayee(workplace, { accountNumber: '99990002' });
    const input = { ...decisionOn(rejected), reason: '证明不清晰' };
    expect(await done(workplace, rejectPayeeAccount, PEOPLE.finance, input)).toMatchObject({
      status: 'REJECTED',
      decisionNote: '证明不清晰',
    });
    await approvedPayeeAccount(workplace, { accountNumber: '99990003' });
    expect(await states()).toEqual([
      { tail: '0001', status: 'REPLACED' },
      { tail: '0002', status: 'REJECTED' },
      { tail: '0003', status: 'APPROVED' },
    ]);
  });

  it('may keep its number when only the bank has another name', async () => {
    await approvedPayeeAccount(workplace);
    expect(await approvedPayeeAccount(workplace, { bankName: '测试银行大连高新园区支行' })).toMatchObject({ status: 'APPROVED' });
  });

  it.each([
    ['the full name', '大连理工大学', []],
    ['with blanks and full-width blanks', ' 大连 理工　大学', []],
    ['a department of it', '大连理工大学软件学院', ['HOLDER_MISMATCH']],
    ['a person', '张三', ['HOLDER_MISMATCH']],
    ['another institution', '大连东软信息学院', ['HOLDER_MISMATCH']],
    ['the code instead of the name', 'TI-DUT', ['HOLDER_MISMATCH']],
  ])('holder: %s', async (_title, holder, codes) => {
    expect(await proposalRefusals({ holder })).toEqual(codes);
  });

  it('a number that is somebody’s identity number is refused: the payee is never the trainee', async () => {
    const [personal = ''] = ['21010219900101100', '21010219900101101'].map(numberOf).filter((number) => !number.endsWith('X'));
    expect(await proposalRefusals({ accountNumber: personal })).toEqual(['NUMBER_OF_PERSON']);
    expect(await proposalRefusals({ accountNumber: `${personal.slice(0, 6)} ${personal.slice(6, 14)} ${personal.slice(14)}` })).toEqual([
      'NUMBER_OF_PERSON',
    ]);
  });

  it('eighteen digits that are nobody’s identity number are a bank account: no thirteenth month, no day to come', async () => {
    for (const digits of ['21010219901301100', '21010219901301101', '21010220990101100', '21010220990101101']) {
      const number = numberOf(digits);
      if (number.endsWith('X')) continue;
      await dataSource.query('DELETE FROM payee_account');
      expect(await proposalRefusals({ accountNumber: number })).toEqual([]);
    }
  });

  it('the holder is looked at again when it is approved', async () => {
    const account = await proposedPayee(workplace);
    await dataSource.query(`UPDATE payee_account SET holder = '旧校名' WHERE id = $1`, [account.id]);
    expect(await refusalsOf(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(account))).toEqual(['HOLDER_MISMATCH']);
  });

  it('while one proposal is open there is no second one', async () => {
    await proposedPayee(workplace);
    expect(await proposalRefusals({ accountNumber: '99990002' })).toEqual(['PROPOSAL_OPEN']);
  });

  it('a number that is approved for another institution is refused, at the proposal and at the approval', async () => {
    const sie = { ...SIE, holder: nameOfSie, accountNumber: NUMBER };
    const waiting = await done(workplace, proposePayeeAccount, PEOPLE.otherInstitution, sie);
    await approvedPayeeAccount(workplace);
    expect(await refusalsOf(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(waiting))).toEqual(['NUMBER_TAKEN']);
    await done(workplace, rejectPayeeAccount, PEOPLE.finance, { ...decisionOn(waiting), reason: '账号重复' });
    expect(await refusalsOf(workplace, proposePayeeAccount, PEOPLE.otherInstitution, sie)).toEqual(['NUMBER_TAKEN']);
  });

  it('who proposed it does not approve it, whatever roles that person has, and may withdraw it by a rejection', async () => {
    const both = person('chen', ['FINANCE_OFFICER'], { regions: ['LN-210200'] });
    const account = await proposedPayee(workplace);
    expect(await refusalsOf(workplace, approvePayeeAccount, both, decisionOn(account))).toEqual(['SAME_PERSON']);
    const input = { ...decisionOn(account), reason: '填错' };
    expect(await done(workplace, rejectPayeeAccount, both, input)).toMatchObject({ status: 'REJECTED' });
  });

  it('is not decided before the day of its proposal', async () => {
    const account = await proposedPayee(workplace);
    expect(await refusalsOf(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(account, '2026-02-28'))).toEqual(['NOT_BEFORE']);
  });

  it.each([
    ['another institution', PEOPLE.otherInstitution, {}, 'FORBIDDEN'],
    ['an HR officer', PEOPLE.officer, {}, 'FORBIDDEN'],
    ['no token', null, {}, 'UNAUTHENTICATED'],
    ['a day after today', PEOPLE.institution, { proposedOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['an institution that is not listed', PEOPLE.institution, { institution: '某大学' }, 'UNKNOWN_INSTITUTION'],
    ['seven digits', PEOPLE.institution, { accountNumber: '123-45 67' }, 'ACCOUNT_NUMBER_INVALID'],
    ['thirty-one digits', PEOPLE.institution, { accountNumber: '1'.repeat(31) }, 'ACCOUNT_NUMBER_INVALID'],
    ['letters', PEOPLE.institution, { accountNumber: 'CN12345678' }, 'ACCOUNT_NUMBER_INVALID'],
    ['a bank code of seven digits', PEOPLE.institution, { bankCode: '1022220' }, 'BAD_USER_INPUT'],
  ])('%s is refused as asked', async (_title, actor, changes, code) => {
    await expect(act(workplace, proposePayeeAccount, actor, { ...PAYEE, ...changes })).rejects.toMatchObject({ code });
  });

  it.each([
    ['eight digits', '12345678', '5678'],
    ['thirty digits', '1'.repeat(26) + '2345', '2345'],
    ['full-width digits in groups', '１２３４　５６７８－９０', '7890'],
  ])('%s are a number', async (_title, accountNumber, tail) => {
    expect(await proposedPayee(workplace, { accountNumber })).toMatchObject({ numberTail: tail });
  });

  it('the number is stored encrypted for its row and stands nowhere else: no entry, reply, hash or error repeats it', async () => {
    const { done: account } = await propose();
    const id = account?.id ?? '';
    const [{ cipher, hash }] = await dataSource.query(
      'SELECT number_cipher AS cipher, number_hash AS hash FROM payee_account WHERE id = $1',
      [id],
    );
    expect(decrypt(workplace.keys, cipher, payeeContext(id))).toBe(NUMBER);
    expect(() => decrypt(workplace.keys, cipher, payeeContext('2026000000001'))).toThrow('belongs elsewhere');
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    const failed = await propose({ accountNumber: `${NUMBER}X` }).catch((error: unknown) => error);
    const kept = await dataSource.query<{ readonly text: string }[]>(`SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry
      UNION ALL SELECT reply::text FROM idempotency UNION ALL SELECT to_jsonb(row)::text FROM payee_account AS row`);
    const texts = [...kept.map(({ text }) => text), JSON.stringify(failed), String(failed), JSON.stringify(await propose())];
    const canaries = [NUMBER, PAYEE.accountNumber, NUMBER.slice(0, 12), Buffer.from(NUMBER).toString('hex')];
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => canaries.some((canary) => text.includes(canary)))).toEqual([]);
  });

  it(`of ${WRITERS} proposals at once one is open, and of ${WRITERS} approvals at once one is done`, async () => {
    const proposals = await Promise.all(Array.from({ length: WRITERS }, (_, index) => propose({ accountNumber: `7777000${index}` })));
    const [account, ...others] = proposals.flatMap((reply) => reply.done ?? []);
    expect(others).toEqual([]);
    expect(proposals.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(Array(WRITERS - 1).fill('PROPOSAL_OPEN'));
    const approvals = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) =>
        act(workplace, approvePayeeAccount, index % 2 === 0 ? PEOPLE.finance : otherFinance, decisionOn(account ?? { id: '' })),
      ),
    );
    expect(approvals.filter((reply) => reply.done !== null).length).toBe(1);
    expect(approvals.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(Array(WRITERS - 1).fill('ACCOUNT_STATUS'));
  });

  it('what is not there cannot be decided', async () => {
    await expect(act(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn({ id: '2026999999999' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
