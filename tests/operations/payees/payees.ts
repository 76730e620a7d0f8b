import { approvePayeeAccount } from '../../../src/operations/payees/decide-payee-account.js';
import { proposePayeeAccount } from '../../../src/operations/payees/propose-payee-account.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { PayeeAccountRow } from '../../../src/store/rows/payee-account-row.js';
import { done, PEOPLE } from '../workplace.js';

/** An invented account of 大连理工大学. */
export const PAYEE = {
  institution: 'TI-DUT',
  holder: '大连理工大学',
  bankName: '测试银行大连分行',
  bankCode: '102222000000',
  accountNumber: '3400 2010-0900 0000 001',
  documentNumber: '开户证明（测试）1号',
  proposedOn: '2026-03-01',
};
/** The same number in its written form. */
export const NUMBER = '3400201009000000001';

export const payeeAccountId = ({ id }: Pick<PayeeAccountRow, 'id'>) => ({ payeeAccountId: nodeId('PayeeAccount', id) });
export const decisionOn = (row: Pick<PayeeAccountRow, 'id'>, decidedOn = '2026-03-02') => ({ ...payeeAccountId(row), decidedOn });

export const proposedPayee = (workplace: Workplace, changes: Partial<typeof PAYEE> = {}): Promise<PayeeAccountRow> =>
  done(workplace, proposePayeeAccount, PEOPLE.institution, { ...PAYEE, ...changes });

/** An account that finance of 大连 has approved. */
export async function approvedPayeeAccount(workplace: Workplace, changes: Partial<typeof PAYEE> = {}): Promise<PayeeAccountRow> {
  return done(workplace, approvePayeeAccount, PEOPLE.finance, decisionOn(await proposedPayee(workplace, changes)));
}
