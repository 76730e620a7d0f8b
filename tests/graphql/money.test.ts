import type { Workplace } from '../../src/operations/acting/perform.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { nodeId } from '../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { appropriated, committed, FINANCE, MONEY } from '../operations/funds/money.js';
import { approvedPayeeAccount, NUMBER, PAYEE, proposedPayee } from '../operations/payees/payees.js';
import { PEOPLE, workplaceOn } from '../operations/workplace.js';
import { askAs, mutateAs } from './at-workplace.js';

const ACCOUNTS = 'query ($filter: PayeeAccountFilter) { payeeAccounts(filter: $filter) { totalCount nodes { status maskedNumber } } }';
const FUNDS = `query ($year: Int!, $region: String) { fundAccounts(year: $year, region: $region) {
  accounts { region { nameZh } fund available } total { available } } }`;

interface Funds {
  readonly fundAccounts: {
    readonly accounts: readonly { readonly region: { readonly nameZh: string }; readonly fund: string; readonly available: string }[];
    readonly total: { readonly available: string };
  };
}

describeOnEachDatabase('payee accounts and funds in the API (辽人社发〔2023〕36号, 四(一)2)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await approvedPayeeAccount(workplace);
    await proposedPayee(workplace, { accountNumber: '99990002' });
    await appropriated(workplace);
    await committed(workplace, 2026, ['6400.00'], 1);
  });

  it('an institution sees its own accounts, finance and HR of any region see them too, another institution none', async () => {
    const nodes = [
      { status: 'APPROVED', maskedNumber: '****0001' },
      { status: 'PROPOSED', maskedNumber: '****0002' },
    ];
    for (const actor of [PEOPLE.institution, PEOPLE.finance, FINANCE.otherPayer, PEOPLE.otherOfficer, PEOPLE.province, PEOPLE.auditor])
      expect(await askAs(workplace, actor, ACCOUNTS)).toEqual({ payeeAccounts: { totalCount: 2, nodes } });
    expect(await askAs(workplace, PEOPLE.otherInstitution, ACCOUNTS)).toEqual({ payeeAccounts: { totalCount: 0, nodes: [] } });
    await expect(askAs(workplace, PEOPLE.assessor, ACCOUNTS)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(askAs(workplace, null, ACCOUNTS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('they are filtered by institution and state', async () => {
    const counted = async (filter: object) =>
      (await askAs<{ payeeAccounts: { totalCount: number } }>(workplace, PEOPLE.finance, ACCOUNTS, { filter })).payeeAccounts.totalCount;
    expect(await counted({ institution: 'TI-DUT' })).toBe(2);
    expect(await counted({ institution: 'TI-SIE' })).toBe(0);
    expect(await counted({ institution: '' })).toBe(0);
    expect(await counted({ status: 'PROPOSED' })).toBe(1);
  });

  it('a proposal is answered with the masked number, and a refusal says who can fix it and what is needed', async () => {
    const selection = 'payeeAccount { maskedNumber } userErrors { __typename code field clause fixableBy { zh } needed { en } } replayed';
    const payload = await mutateAs(workplace, PEOPLE.institution, 'proposePayeeAccount', { ...PAYEE, holder: '张三' }, selection);
    expect(payload).toEqual({
      payeeAccount: null,
      userErrors: [
        {
          __typename: 'RuleError',
          code: 'HOLDER_MISMATCH',
          field: 'holder',
          clause: 'LN2023-36/4.1.13',
          fixableBy: { zh: '培训机构' },
          needed: { en: 'an account in the own name of the institution' },
        },
      ],
      replayed: false,
    });
    expect(JSON.stringify(payload)).not.toContain(NUMBER);
  });

  it('a region sees its own funds, the province all fifteen with their total, and a region that is named must be within reach', async () => {
    const asked = (actor: Actor, region: string | null = null) => askAs<Funds>(workplace, actor, FUNDS, { year: 2026, region });
    expect((await asked(PEOPLE.finance)).fundAccounts).toEqual({
      accounts: [
        { region: { nameZh: '大连' }, fund: 'SPECIAL_ACCOUNT', available: '43600.00' },
        { region: { nameZh: '大连' }, fund: 'EMPLOYMENT_SUBSIDY', available: '0.00' },
      ],
      total: { available: '43600.00' },
    });
    const province = (await asked(PEOPLE.province)).fundAccounts;
    expect([province.accounts.length, province.accounts[0]?.region.nameZh, province.total.available]).toEqual([30, '沈阳', '43600.00']);
    await expect(asked(PEOPLE.finance, '沈阳')).rejects.toMatchObject({ code: 'FORBIDDEN', field: 'region' });
    await expect(asked(PEOPLE.finance, '吉林')).rejects.toMatchObject({ code: 'UNKNOWN_REGION' });
    await expect(askAs(workplace, PEOPLE.institution, FUNDS, { year: 2026 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(askAs(workplace, PEOPLE.finance, FUNDS, { year: 1 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'year' });
  });

  it('the appropriations of a region are listed, and filtered by all that they say', async () => {
    const source = `query ($filter: AppropriationFilter) { appropriations(filter: $filter) { totalCount nodes {
      id region { code } fund cause amount documentNumber status recordedBy decidedBy reversesId } } }`;
    interface Listed {
      readonly appropriations: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
    }
    const { appropriations } = await askAs<Listed>(workplace, PEOPLE.officer, source);
    expect(appropriations.nodes).toMatchObject([
      {
        region: { code: 'LN-210200' },
        fund: 'SPECIAL_ACCOUNT',
        cause: 'APPROPRIATION',
        amount: '50000.00',
        documentNumber: MONEY.documentNumber,
        status: 'APPROVED',
        recordedBy: 'zhao',
        decidedBy: 'zhu',
        reversesId: null,
      },
    ]);
    const counted = async (filter: object, actor: Actor = PEOPLE.officer) =>
      (await askAs<Listed>(workplace, actor, source, { filter })).appropriations.totalCount;
    const matching = { year: 2026, region: 'LN-210200', fund: 'SPECIAL_ACCOUNT', cause: 'APPROPRIATION', status: 'APPROVED' };
    expect(await counted(matching)).toBe(1);
    for (const other of [
      { year: 2025 },
      { region: 'LN-210100' },
      { fund: 'EMPLOYMENT_SUBSIDY' },
      { cause: 'TOP_UP' },
      { status: 'REVERSED' },
    ])
      expect([other, await counted({ ...matching, ...other })]).toEqual([other, 0]);
    expect(await counted({}, PEOPLE.otherOfficer)).toBe(0);
    const node = 'query ($id: ID!) { node(id: $id) { id ... on Appropriation { amount } } }';
    const id = appropriations.nodes[0]?.id;
    expect(await askAs(workplace, PEOPLE.finance, node, { id })).toEqual({ node: { id, amount: '50000.00' } });
    expect(await askAs(workplace, FINANCE.other, node, { id })).toEqual({ node: null });
  });

  it('too little money is a FundsError with its amounts', async () => {
    const [row] = await workplace.dataSource.query<{ readonly id: string }[]>('SELECT id FROM appropriation');
    const input = {
      appropriationId: nodeId('Appropriation', row?.id ?? ''),
      documentNumber: '冲销',
      reason: '录错',
      recordedOn: '2026-03-02',
    };
    const selection = 'appropriation { id } userErrors { __typename code ... on FundsError { asked available committed paid } }';
    expect(await mutateAs(workplace, PEOPLE.finance, 'reverseAppropriation', input, selection)).toEqual({
      appropriation: null,
      userErrors: [
        { __typename: 'FundsError', code: 'FUNDS_COMMITTED', asked: '50000.00', available: '43600.00', committed: '0.00', paid: '6400.00' },
      ],
    });
  });
});
