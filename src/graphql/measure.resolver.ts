import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { isCalendarNotice } from '../policy/calendar-year.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { MeasureType, measureView, measureViews } from './types/measure.type.js';

@Resolver()
export class MeasureResolver {
  @Query(() => [MeasureType], {
    ...described(
      '本项目的全部政策文件；国务院办公厅的节假日安排通知见 calendarYears',
      'All notices of the programme; the State Council holiday notices stand at calendarYears',
    ),
  })
  measures(@Ctx() { desk }: ServiceContext) {
    return [...measureViews(desk.ruleBook()).values()].filter(({ code }) => !isCalendarNotice(code));
  }

  @Query(() => MeasureType, described('一份政策文件', 'One notice'))
  measure(@Arg('code', () => String, described('文件代码', 'Code of the notice')) code: string, @Ctx() { desk }: ServiceContext) {
    return measureView(desk.ruleBook(), code, 'code');
  }
}
