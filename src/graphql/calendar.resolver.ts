import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { deadline } from '../policy/deadline.js';
import { workingDays } from '../policy/working-days-rule.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { CalendarYearType, calendarYearViews } from './types/calendar-year.type.js';
import { DeadlineInput, DeadlineType } from './types/deadline.type.js';
import { DaySelection } from './types/rule-selection.type.js';
import { WorkingDaysInput, WorkingDaysType } from './types/working-days.type.js';

@Resolver()
export class CalendarResolver {
  @Query(() => [CalendarYearType], {
    ...described(
      '已登记工作日历的年度；与查询日无关，未登记的年度不作推测',
      'The years whose working-day calendar is recorded, whatever the day asked; other years are never guessed',
    ),
  })
  calendarYears(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return calendarYearViews(desk.ruleBook(selection));
  }

  @Query(() => WorkingDaysType, described('若干工作日的期间何时届满', 'When a period of working days ends'))
  workingDays(
    @Arg('input', () => WorkingDaysInput, described('输入', 'Input')) input: WorkingDaysInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(workingDays, input, knownAt);
  }

  @Query(() => DeadlineType, described('文件规定的期限何时届满', 'When a period of the notices ends'))
  deadline(
    @Arg('input', () => DeadlineInput, described('输入', 'Input')) input: DeadlineInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(deadline, input, knownAt);
  }
}
