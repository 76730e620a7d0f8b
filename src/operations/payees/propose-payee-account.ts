import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { isPersonsNumber } from '../../policy/identity-number.js';
import { dayText, documentNumber, expects, nameText, optional } from '../../policy/input.js';
import { isHolder } from '../../policy/payees/account-holder.js';
import { tailOfAccount, writtenAccountNumber } from '../../policy/payees/account-number.js';
import { refusePayee } from '../../policy/refusals/payees.js';
import { nextId } from '../../store/audit-log.js';
import { accountNumberHash } from '../../store/keys/account-number-hash.js';
import { insertPayeeAccount, isTakenByOther } from '../../store/payee-accounts.js';
import type { PayeeAccountRow } from '../../store/rows/payee-account-row.js';
import { type Operation, refused } from '../acting/act.js';
import { requireInstitution } from '../acting/require-reach.js';

const CODE_EXPECTED = expects('应为联行号，8 至 14 位大写字母或数字', 'a bank code of 8 to 14 capital letters or digits');
const TEXT_EXPECTED = expects('应为文字', 'a text');

const input = z.strictObject({
  institution: nameText,
  holder: nameText,
  bankName: nameText,
  bankCode: optional(z.string({ error: CODE_EXPECTED }).regex(/^[0-9A-Z]{8,14}$/u, CODE_EXPECTED)),
  /** checked apart, so that no message repeats it */
  accountNumber: z.string({ error: TEXT_EXPECTED }),
  documentNumber,
  proposedOn: dayText,
});
type Input = z.infer<typeof input>;

/**
 * Proposes the account to which an institution is paid, its first one or another one in its place; a finance officer approves it. The holder is the institution
 * itself. Refuses another holder, a person's number, a number of another institution, a second open proposal. Throws UNKNOWN_INSTITUTION, FORBIDDEN,
 * ACCOUNT_NUMBER_INVALID.
 * Source: 辽人社发〔2023〕36号, 四(一)2 (直补培训机构)
 */
export const proposePayeeAccount: Operation<Input, PayeeAccountRow> = {
  name: 'proposePayeeAccount',
  input,
  digestible: ({ accountNumber: _accountNumber, ...rest }) => rest,
  run: async ({ manager, actor, reach, desk, keys, today }, asked) => {
    const { institution, holder, proposedOn } = asked;
    notAfterClock(proposedOn, today, 'proposedOn');
    const body = trainingInstitutionOf(desk.ruleBook({ on: proposedOn }), institution, 'institution');
    requireInstitution(reach, body.code, 'institution');
    const number = writtenAccountNumber(asked.accountNumber, 'accountNumber');
    if (isPersonsNumber(number, today)) return refused(refusePayee('NUMBER_OF_PERSON', 'accountNumber'));
    if (!isHolder(holder, body.nameZh)) return refused(refusePayee('HOLDER_MISMATCH', 'holder', { expected: body.nameZh, on: proposedOn }));
    const hash = accountNumberHash(keys, number);
    if (await isTakenByOther(manager, hash, body.code)) return refused(refusePayee('NUMBER_TAKEN', 'accountNumber'));
    const year = yearOf(proposedOn);
    const row: PayeeAccountRow = {
      id: await nextId(manager, year),
      year,
      institutionCode: body.code,
      holder: body.nameZh,
      bankName: asked.bankName,
      bankCode: asked.bankCode,
      numberTail: tailOfAccount(number),
      documentNumber: asked.documentNumber,
      status: 'PROPOSED',
      proposedBy: actor.person,
      proposedOn,
      decidedBy: null,
      decidedOn: null,
      decisionNote: null,
    };
    if (!(await insertPayeeAccount(manager, keys, row, { number, hash }))) return refused(refusePayee('PROPOSAL_OPEN', 'institution'));
    const details = { institution: body.code, documentNumber: asked.documentNumber, numberTail: row.numberTail };
    const subjects = [{ type: 'PayeeAccount', id: row.id }];
    return { kind: 'done', done: row, record: { region: null, subjects, clauses: ['LN2023-36/4.1.13'], details } };
  },
};
