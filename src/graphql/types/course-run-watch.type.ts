import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitedHoursType, CitedMoneyType } from './cited.type.js';
import { ExplanationStepType } from './explanation-step.type.js';
import { RuleBookType } from './rule-book.type.js';
import { AlertCodeEnum } from './supervision-enums.js';

@ObjectType('CourseRunAlert', {
  ...described(
    '对班期的一条提示；本身不影响办理',
    'Something about a course run that somebody should look at; it refuses nothing by itself',
  ),
  simpleResolvers: true,
})
export class CourseRunAlertType {
  @Field(() => AlertCodeEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('内容', 'What it says'))
  text!: BilingualTextType;

  @Field(() => String, described('条款', 'Clause'))
  clause!: string;

  @Field(() => CalendarDay, described('自何日起', 'The day from which it concerns the run'))
  since!: string;
}

@ObjectType('CourseRunTariff', {
  ...described(
    '班期每名学员的补贴标准：按备案日现行的规则',
    "What one trainee of a course run is worth, by the rules in force on the run's filing day",
  ),
  simpleResolvers: true,
})
export class CourseRunTariffType {
  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  amount!: string;

  @Field(() => CitedHoursType, described('规定学时及其依据', 'Required hours with their citation'))
  requiredHours!: CitedHoursType;

  @Field(() => CitedMoneyType, described('每学时标准及其依据', 'Hourly rate with its citation'))
  hourlyRate!: CitedMoneyType;

  @Field(() => ExplanationStepType, described('计算说明', 'How it is worked out'))
  explanation!: ExplanationStepType;

  @Field(() => String, described('规则及其版本', 'The rule and its version'))
  ruleVersion!: string;

  @Field(() => RuleBookType, described('所依据的规则集', 'The rule book that was asked'))
  ruleBook!: RuleBookType;
}
