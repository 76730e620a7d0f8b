import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { formatYuan, yuan } from '../money/yuan.js';
import { onlineGate } from '../policy/training/online-gate.js';
import { runAlerts } from '../policy/training/run-alerts.js';
import { runTariff } from '../policy/training/run-tariff.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { filingBook, runBooks, supervisionOf } from './supervision.js';
import { CourseRunAlertType, CourseRunTariffType } from './types/course-run-watch.type.js';
import { CourseRunType } from './types/course-run.type.js';

@Resolver(() => CourseRunType)
export class CourseRunWatchResolver {
  @FieldResolver(
    () => [CourseRunAlertType],
    described('提示；评价机构不可见，为空列表', 'What is to be pointed out; empty for an assessment body, which may not see it'),
  )
  async alerts(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    const known = await supervisionOf(context, row);
    if (known === null) return [];
    const gate = onlineGate(filingBook(context, row), row, known.exceptions);
    return runAlerts(runBooks(context, row), row, { ...known, gate, versionOn: known.changedOn ?? row.filedOn });
  }

  @FieldResolver(() => CourseRunTariffType, {
    nullable: true,
    ...described('每名学员的补贴标准，按备案日；市场化培训为空', 'What one trainee is worth, by its filing day; null for a market run'),
  })
  tariff(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    const ruleBook = filingBook(context, row);
    const tariff = runTariff(ruleBook, row);
    if (tariff === null) return null;
    const { amount, explanation, requiredHours: hours, hourlyRate: rate } = tariff;
    return {
      amount,
      requiredHours: { value: hours.value, citation: hours.citation },
      hourlyRate: { value: formatYuan(yuan(rate.value ?? '')), citation: rate.citation },
      explanation,
      ruleVersion: explanation.rule,
      ruleBook,
    };
  }
}
