import { Field, Int, ObjectType } from 'type-graphql';
import { type CalendarYear, calendarYearsOf } from '../../policy/calendar-year.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';
import { MeasureType, measureView } from './measure.type.js';

@ObjectType('CalendarYear', {
  ...described('一个年度的工作日历：放假日和调休上班日', 'The working-day calendar of one year: days off and make-up workdays'),
  simpleResolvers: true,
})
export class CalendarYearType {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => String, { nullable: true, ...described('文号', 'Document number of the notice') })
  documentNumber!: string | null;

  @Field(() => [CalendarDay], {
    ...described('放假日，由前到后；含假期之内的周六、周日', 'Days off, rising; Saturdays and Sundays within a holiday are among them'),
  })
  daysOff!: readonly string[];

  @Field(() => [CalendarDay], {
    ...described('调休上班日：须上班的周六、周日', 'Make-up workdays: Saturdays and Sundays that are worked'),
  })
  makeUpWorkdays!: readonly string[];

  @Field(() => MeasureType, described('所依据的节假日安排通知', 'The holiday notice it is taken from'))
  notice!: MeasureType;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

const toView = (book: RuleBook, calendar: CalendarYear): CalendarYearType => ({
  ...calendar,
  documentNumber: calendar.citation.documentNumber,
  notice: measureView(book, calendar.citation.documentCode, 'documentCode'),
});

/** The known calendar years as the API shows them, rising. */
export const calendarYearViews = rememberedPerBook((book: RuleBook): readonly CalendarYearType[] =>
  [...calendarYearsOf(book).values()].map((calendar) => toView(book, calendar)),
);
