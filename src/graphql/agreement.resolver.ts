import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { recordAgreement } from '../operations/training/record-agreement.js';
import type { AgreementRow } from '../store/rows/agreement-row.js';
import { readAgreements } from '../store/training-plans.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { AgreementConnectionType, AgreementPayloadType, agreementView, RecordAgreementInput } from './types/agreement.type.js';
import { RowPageArguments } from './types/page.type.js';

/** Agreements as the API shows them, under the rules of their first day in force. */
export const agreementViewIn =
  ({ desk }: ServiceContext) =>
  (row: AgreementRow) =>
    agreementView(desk.ruleBook({ on: row.validFrom }), row);

@Resolver()
export class AgreementResolver {
  @Query(() => AgreementConnectionType, described('权限范围内的培训协议', 'The training agreements within reach'))
  async agreements(@Args(() => RowPageArguments) page: RowPageArguments, @Ctx() context: ServiceContext) {
    const rows = await readAgreements(
      context.workplace.dataSource.manager,
      reachFor(context, 'agreements'),
      [],
      rowPageOf('Agreement', page),
    );
    return rowConnection('Agreement', rows, agreementViewIn(context));
  }

  @Mutation(() => AgreementPayloadType, described('登记培训协议', 'Record a training agreement'))
  recordAgreement(
    @Arg('input', () => RecordAgreementInput, described('内容', 'What is asked')) input: RecordAgreementInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'agreement', recordAgreement, input, agreementViewIn(context));
  }
}
