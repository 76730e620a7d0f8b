import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { filteredOpenQuestions, OpenQuestionFilter, OpenQuestionType, openQuestionView } from './types/open-question.type.js';
import { DaySelection } from './types/rule-selection.type.js';

@Resolver()
export class OpenQuestionResolver {
  @Query(
    () => [OpenQuestionType],
    described('未决问题：文件没有写明之处及现行理解', 'Open questions: what the notices do not say, with the reading in force'),
  )
  openQuestions(
    @Arg('filter', () => OpenQuestionFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: OpenQuestionFilter | null,
    @Args(() => DaySelection) selection: DaySelection,
    @Ctx() { desk }: ServiceContext,
  ) {
    return filteredOpenQuestions(desk.ruleBook(selection), filter);
  }

  @Query(() => OpenQuestionType, described('一个未决问题', 'One open question'))
  openQuestion(
    @Arg('code', () => String, described('编号或键', 'Number or key')) code: string,
    @Args(() => DaySelection) selection: DaySelection,
    @Ctx() { desk }: ServiceContext,
  ) {
    return openQuestionView(desk.ruleBook(selection), code, 'code');
  }
}
