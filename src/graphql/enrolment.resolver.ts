import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { correctTrainee } from '../operations/trainees/correct-trainee.js';
import { enrolTrainee } from '../operations/trainees/enrol-trainee.js';
import { enrolTrainees } from '../operations/trainees/enrol-trainees.js';
import { registerRealName } from '../operations/trainees/register-real-name.js';
import { transferTrainee } from '../operations/trainees/transfer-trainee.js';
import { withdrawTrainee } from '../operations/trainees/withdraw-trainee.js';
import { readEnrolments } from '../store/enrolments.js';
import { described } from './described.js';
import { enrolmentColumns } from './enrolment-columns.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import {
  CorrectTraineeInput,
  enrolmentConditions,
  EnrolmentFilter,
  EnrolTraineeInput,
  EnrolTraineesInput,
  RegisterRealNameInput,
  TransferTraineeInput,
  WithdrawTraineeInput,
} from './types/enrolment-input.type.js';
import {
  EnrolmentConnectionType,
  EnrolmentPayloadType,
  EnrolTraineesPayloadType,
  RegisterRealNamePayloadType,
} from './types/enrolment.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

@Resolver()
export class EnrolmentResolver {
  @Query(
    () => EnrolmentConnectionType,
    described('权限范围内的报名，按登记先后', 'The enrolments within reach, in the order of their recording'),
  )
  async enrolments(
    @Arg('filter', () => EnrolmentFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: EnrolmentFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const reach = reachFor(context, 'enrolments');
    const { manager } = context.workplace.dataSource;
    const rows = await readEnrolments(manager, reach, enrolmentConditions(filter), rowPageOf('Enrolment', page), enrolmentColumns(info));
    return rowConnection('Enrolment', rows, enrolmentViewIn(context));
  }

  @Mutation(() => EnrolmentPayloadType, described('登记一名学员', 'Enrol one trainee'))
  enrolTrainee(@Arg('input', () => EnrolTraineeInput, INPUT) input: EnrolTraineeInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'enrolment', enrolTrainee, input, enrolmentViewIn(context));
  }

  @Mutation(() => EnrolTraineesPayloadType, described('登记一份名单，最多 10000 行', 'Enrol a list of at most 10,000 trainees'))
  enrolTrainees(@Arg('input', () => EnrolTraineesInput, INPUT) input: EnrolTraineesInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'batch', enrolTrainees, input, (batch) => batch);
  }

  @Mutation(() => EnrolmentPayloadType, described('学员退出；取得等级证书后不可', 'Withdraw a trainee; not after the level certificate'))
  withdrawTrainee(@Arg('input', () => WithdrawTraineeInput, INPUT) input: WithdrawTraineeInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'enrolment', withdrawTrainee, input, enrolmentViewIn(context));
  }

  @Mutation(
    () => EnrolmentPayloadType,
    described('学员转班；答复为新班期的报名', 'Transfer a trainee to another run; the answer is the enrolment there'),
  )
  transferTrainee(@Arg('input', () => TransferTraineeInput, INPUT) input: TransferTraineeInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'enrolment', transferTrainee, input, enrolmentViewIn(context));
  }

  @Mutation(() => EnrolmentPayloadType, described('更正名册', 'Correct the roster'))
  correctTrainee(@Arg('input', () => CorrectTraineeInput, INPUT) input: CorrectTraineeInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'enrolment', correctTrainee, input, enrolmentViewIn(context));
  }

  @Mutation(() => RegisterRealNamePayloadType, described('登记实名制编号', 'Record numbers of the real-name register'))
  registerRealName(@Arg('input', () => RegisterRealNameInput, INPUT) input: RegisterRealNameInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'registration', registerRealName, input, (registration) => registration);
  }
}
