import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { Decimal, Hours } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';
import { KeyedInput } from './keyed-input.type.js';

@ObjectType('AttendanceSummary', {
  ...described('班期的出勤汇总（五(二)）；只提示，不影响补贴', 'The attendance of a course run; pointed out only, no money depends on it'),
  simpleResolvers: true,
})
export class AttendanceSummaryType {
  @Field(() => Int, described('在班学员数，不含退出和转出', 'Trainees, without those who withdrew or moved'))
  trainees!: number;

  @Field(() => Int, described('已有出勤记录的学员数', 'Of how many of them attendance is recorded'))
  recorded!: number;

  @Field(() => Decimal, {
    nullable: true,
    ...described(
      '已记录者的平均出勤率（%），以班期全部学时计；尚无记录时为空',
      'Mean of those recorded, in per cent of all hours of the run; null while there are none',
    ),
  })
  averagePercent!: string | null;

  @Field(() => Decimal, { nullable: true, ...described('最低出勤率（%）', 'The lowest, in per cent') })
  lowestPercent!: string | null;

  @Field(() => Hours, { nullable: true, ...described('最少出勤学时', 'The fewest hours') })
  lowestHours!: string | null;

  @Field(
    () => Int,
    described('低于提示线的学员数；结班前仅供参考', 'How many are below the share that is pointed out; final only after the end'),
  )
  belowAlert!: number;

  @Field(() => Decimal, described('提示线（%）', 'The share that is pointed out, in per cent'))
  alertPercent!: string;

  @Field(() => CitationType, described('提示线的依据；未经确认', 'Where that share comes from; not confirmed'))
  citation!: CitationType;
}

@InputType('AttendanceLineInput', described('一名学员的出勤', 'How long one trainee attended'))
export class AttendanceLineInput {
  @Field(() => ID, described('学员的报名', "The trainee's enrolment"))
  enrolmentId!: string;

  @Field(() => Hours, described('出勤学时，不多于班期学时', 'Hours attended, at most those of the run'))
  attendedHours!: string;
}

@InputType('RecordAttendanceInput', described('登记出勤', 'Attendance to be recorded'))
export class RecordAttendanceInput extends KeyedInput {
  @Field(() => ID, described('班期，已开班或已结班', 'The course run, started or finished'))
  courseRunId!: string;

  @Field(
    () => [AttendanceLineInput],
    described('各学员，至多 10000 行；替换先前的记录', 'The trainees, at most 10,000 lines; they replace what was recorded'),
  )
  lines!: AttendanceLineInput[];
}
