import { approveAppropriation } from '../../../src/operations/funds/decide-appropriation.js';
import { fundsOfYear } from '../../../src/operations/funds/fund-accounts.js';
import { recordAppropriation } from '../../../src/operations/funds/record-appropriation.js';
import { loadFunds, moveFunds } from '../../../src/operations/funds/move-funds.js';
import { performAsSystem } from '../../../src/operations/acting/perform-as-system.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { commitFunds, payCommitted } from '../../../src/ledger/fund-accounts.js';
import { fenOfYuan, yuanOfFen } from '../../../src/money/whole-fen.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { AppropriationRow } from '../../../src/store/rows/appropriation-row.js';
import { done, PEOPLE, person } from '../workplace.js';

const DALIAN = { regions: ['LN-210200'] };

/** The people of the money of 大连 and 沈阳. */
export const FINANCE = {
  officer: PEOPLE.finance,
  second: person('qian', ['FINANCE_OFFICER'], DALIAN),
  payer: person('zhu', ['FINANCE_PAYER'], DALIAN),
  other: person('qin', ['FINANCE_OFFICER'], { regions: ['LN-210100'] }),
  otherPayer: person('you', ['FINANCE_PAYER'], { regions: ['LN-210100'] }),
} as const;

export const DAY = '2026-03-02';

/** Fifty thousand yuan for the special account of 大连 in 2026. */
export const MONEY = {
  region: '大连',
  year: 2026,
  fund: 'SPECIAL_ACCOUNT',
  cause: 'APPROPRIATION',
  amount: '50000.00',
  documentNumber: '大财〔2026〕1号（测试）',
  recordedOn: '2026-03-01',
};

export const appropriationId = ({ id }: Pick<AppropriationRow, 'id'>) => ({ appropriationId: nodeId('Appropriation', id) });
export const decisionOn = (row: Pick<AppropriationRow, 'id'>, decidedOn = DAY) => ({ ...appropriationId(row), decidedOn });

export const recorded = (workplace: Workplace, changes: Partial<typeof MONEY> = {}): Promise<AppropriationRow> =>
  done(workplace, recordAppropriation, FINANCE.officer, { ...MONEY, ...changes });

/** Money that is in its fund. */
export async function appropriated(workplace: Workplace, changes: Partial<typeof MONEY> = {}): Promise<AppropriationRow> {
  return done(workplace, approveAppropriation, FINANCE.payer, decisionOn(await recorded(workplace, changes)));
}

/** Holds yuan out of the special account of 大连 as a claim will, line by line, and pays the first so many of the holds. */
export const committed = (workplace: Workplace, year: number, amounts: readonly string[], paid = 0): Promise<void> =>
  performAsSystem(workplace, 'commitFundsOfTest', async ({ manager, at, enter }) => {
    const pool = { regionCode: 'LN-210200', year };
    const entryId = await enter(2026, { region: pool.regionCode, subjects: [{ type: 'Claim', id: '1' }] });
    const act = { manager, at, entryId };
    const lines = amounts.map((amount, index) => ({ enrolmentId: `${index + 1}`, courseRunId: '1', amount: fenOfYuan(amount) }));
    const commitment = commitFunds(pool, lines, { SPECIAL_ACCOUNT: 10n ** 15n, EMPLOYMENT_SUBSIDY: 0n }, 'WATERFALL');
    const held = await moveFunds(act, await loadFunds(act, pool), commitment.kind === 'committed' ? commitment.requests : []);
    if (held.kind === 'short') throw new Error(`the fund of the test has only ${held.shortage.available}`);
    const pendings = held.transfers.slice(0, paid).map(({ id }) => id);
    const funds = await loadFunds(act, pool, { pendings });
    await moveFunds(act, funds, payCommitted([...funds.book.pendings.values()]));
  });

/** How a fund of 大连 stands: appropriated, carriedIn, committed, paid, carriedOut and available. */
export async function standsAs({ dataSource }: Workplace, year: number, fund = 'SPECIAL_ACCOUNT'): Promise<string> {
  const { accounts } = await fundsOfYear(dataSource.manager, year, ['LN-210200']);
  const found = accounts.find((account) => account.fund === fund);
  const names = ['appropriated', 'carriedIn', 'committed', 'paid', 'carriedOut', 'available'] as const;
  return names.map((name) => yuanOfFen(found?.[name] ?? -1n)).join(' ');
}

let count = 0;
/** A fund that nothing has moved in, since evidence stays: another year, and a document of its own. */
export function freshFund(): { readonly year: number; readonly documentNumber: string } {
  count += 2;
  return { year: 2026 + count, documentNumber: `大财〔2026〕第${count}号（测试）` };
}
