import { Field, InputType, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { Participation } from '../../policy/participation.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { ParticipantKindEnum } from './calculator-enums.js';
import { ParticipationReasonType, participationReasonsOf } from './participation-reason.type.js';

@InputType('ParticipationInput', described('参加培训资格的输入', 'What is asked about attending'))
export class ParticipationInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天判断；不填为今天', 'The day that is asked about; left out means today'),
  })
  on?: string | null;

  @Field(() => ParticipantKindEnum, described('从业人员或学生', 'Working person or student'))
  kind!: string;

  @Field(() => String, described('工作或就读的地区，代码或名称', 'Region of work or study, code or name'))
  region!: string;

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '从业人员填：是否在岗或拟从事数字经济领域工作',
      'For working people: whether employed in, or intending to take up, work in the digital economy',
    ),
  })
  isInDigitalEconomy?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('学生填：是否普通高校全日制学生', 'For students: whether full-time at a regular institution of higher education'),
  })
  isFullTimeStudent?: boolean | null;

  @Field(() => CalendarDay, { nullable: true, ...described('学生填：毕业日期', 'For students: the day of graduation') })
  graduatesOn?: string | null;
}

@ObjectType('AcademicYear', { ...described('毕业学年', 'The academic year that ends in graduation'), simpleResolvers: true })
export class AcademicYearType {
  @Field(() => CalendarDay, described('首日', 'First day'))
  from!: string;

  @Field(() => CalendarDay, described('末日', 'Last day'))
  to!: string;
}

@ObjectType('Participation', {
  implements: AnsweredType,
  ...described('能否参加培训；能参加不等于有补贴', 'Whether a person may attend; attending does not mean a subsidy'),
  simpleResolvers: true,
})
export class ParticipationType extends AnsweredType {
  @Field(() => Boolean, described('能否参加', 'Whether the person may attend'))
  mayAttend!: boolean;

  @Field(() => [ParticipationReasonType], described('不能参加的全部原因', 'Every reason against it'))
  reasons!: ParticipationReasonType[];

  @Field(() => AcademicYearType, {
    nullable: true,
    ...described('所依据的毕业学年；从业人员为空', 'The graduating academic year that was looked at; null for working people'),
  })
  academicYear!: AcademicYearType | null;
}

/** A participation as the API shows it: each reason with its words. */
export const participationView = (answered: Answered<Participation>) =>
  answeredView(answered, {
    mayAttend: answered.mayAttend,
    reasons: participationReasonsOf(answered.reasons),
    academicYear: answered.academicYear,
  });
