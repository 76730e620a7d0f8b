import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { approvePayeeAccount, rejectPayeeAccount } from '../operations/payees/decide-payee-account.js';
import { proposePayeeAccount } from '../operations/payees/propose-payee-account.js';
import { readPayeeAccounts } from '../store/payee-accounts.js';
import type { PayeeAccountRow } from '../store/rows/payee-account-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { RowPageArguments } from './types/page.type.js';
import {
  ApprovePayeeAccountInput,
  payeeAccountConditions,
  PayeeAccountConnectionType,
  PayeeAccountFilter,
  PayeeAccountPayloadType,
  payeeAccountView,
  ProposePayeeAccountInput,
  RejectPayeeAccountInput,
} from './types/payee-account.type.js';

const INPUT = described('内容', 'What is asked');

/** Payee accounts as the API shows them, with the directory of the day on which they were proposed. */
export const payeeAccountViewIn =
  ({ desk }: ServiceContext) =>
  (row: PayeeAccountRow) =>
    payeeAccountView(desk.ruleBook({ on: row.proposedOn }), row);

@Resolver()
export class PayeeAccountResolver {
  @Query(
    () => PayeeAccountConnectionType,
    described(
      '培训机构的收款账户；机构只见本单位，各地区人社、财政部门见全省',
      'Payee accounts: an institution sees its own, the bureaus of any region see all',
    ),
  )
  async payeeAccounts(
    @Arg('filter', () => PayeeAccountFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: PayeeAccountFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const reach = reachFor(context, 'payeeAccounts');
    const rows = await readPayeeAccounts(manager, reach, payeeAccountConditions(filter), rowPageOf('PayeeAccount', page));
    return rowConnection('PayeeAccount', rows, payeeAccountViewIn(context));
  }

  @Mutation(
    () => PayeeAccountPayloadType,
    described(
      '提出收款账户，首次或变更；财政人员批准后生效',
      'Propose a payee account, the first one or another one; a finance officer approves it',
    ),
  )
  proposePayeeAccount(
    @Arg('input', () => ProposePayeeAccountInput, INPUT) input: ProposePayeeAccountInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'payeeAccount', proposePayeeAccount, input, payeeAccountViewIn(context));
  }

  @Mutation(
    () => PayeeAccountPayloadType,
    described(
      '批准收款账户，须与提出人不同；原账户被取代',
      'Approve a payee account; not by who proposed it. It takes the place of the one before',
    ),
  )
  approvePayeeAccount(
    @Arg('input', () => ApprovePayeeAccountInput, INPUT) input: ApprovePayeeAccountInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'payeeAccount', approvePayeeAccount, input, payeeAccountViewIn(context));
  }

  @Mutation(() => PayeeAccountPayloadType, described('不批准收款账户', 'Reject a payee account'))
  rejectPayeeAccount(@Arg('input', () => RejectPayeeAccountInput, INPUT) input: RejectPayeeAccountInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'payeeAccount', rejectPayeeAccount, input, payeeAccountViewIn(context));
  }
}
