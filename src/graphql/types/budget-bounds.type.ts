import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { BudgetBounds, CellName } from '../../policy/budget-bounds.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { RegionType, regionView } from './region.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';

@InputType('BudgetBoundsInput', described('预算上下限的输入', 'What budget bounds are asked for'))
export class BudgetBoundsInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, { nullable: true, ...described('地区代码或名称；不填为全省', 'Region code or name; left out means the province') })
  region?: string | null;
}

@ObjectType('BudgetCell', { ...described('附件5 的一格：职业和等级', 'One cell of Annex 5: occupation and level'), simpleResolvers: true })
export class BudgetCellType {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;
}

@ObjectType('BudgetBounds', {
  implements: AnsweredType,
  ...described(
    '年度预算上下限：名额乘以最低、最高的每人补贴；仅供安排预算，不是预测',
    "Bounds of a year's budget: places times the lowest and the highest subsidy per trainee; for planning, no forecast",
  ),
  simpleResolvers: true,
})
export class BudgetBoundsType extends AnsweredType {
  @Field(() => RegionType, { nullable: true, ...described('地区；空为全省', 'Region; null is the province') })
  region!: RegionType | null;

  @Field(() => Int, described('年度名额', 'Places of the year'))
  places!: number;

  @Field(() => MoneyCNY, described('下限（元）', 'Lower bound (yuan)'))
  min!: string;

  @Field(
    () => BudgetCellType,
    described('每人补贴最低的一格；相同时取附件5 在前者', 'The cell with the lowest subsidy; the first printed of equals'),
  )
  minCell!: BudgetCellType;

  @Field(() => MoneyCNY, described('上限（元）', 'Upper bound (yuan)'))
  max!: string;

  @Field(
    () => BudgetCellType,
    described('每人补贴最高的一格；相同时取附件5 在前者', 'The cell with the highest subsidy; the first printed of equals'),
  )
  maxCell!: BudgetCellType;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described(
      '当日可补贴各格的下限（元）；都不可补贴时为空',
      'Lower bound over the cells payable on the day (yuan); null where none is',
    ),
  })
  minPayableToday!: string | null;

  @Field(() => BudgetCellType, {
    nullable: true,
    ...described('当日可补贴各格中每人补贴最低的一格', 'The cell with the lowest subsidy among those payable on the day'),
  })
  minPayableCell!: BudgetCellType | null;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described(
      '当日可补贴各格的上限（元）；都不可补贴时为空',
      'Upper bound over the cells payable on the day (yuan); null where none is',
    ),
  })
  maxPayableToday!: string | null;

  @Field(() => BudgetCellType, {
    nullable: true,
    ...described('当日可补贴各格中每人补贴最高的一格', 'The cell with the highest subsidy among those payable on the day'),
  })
  maxPayableCell!: BudgetCellType | null;

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

const cellView = (book: RuleBook, { occupation, level }: CellName) => ({ occupation: occupationView(book, occupation), level });

/** Budget bounds as the API shows them: region and occupations as objects. */
export function budgetBoundsView(answered: Answered<BudgetBounds>) {
  const book = answered.ruleBook;
  return answeredView(answered, {
    region: answered.region && regionView(book, answered.region),
    places: answered.places,
    notices: reasonsOf(answered.notices),
    min: answered.min,
    minCell: cellView(book, answered.minCell),
    max: answered.max,
    maxCell: cellView(book, answered.maxCell),
    minPayableToday: answered.minPayableToday,
    minPayableCell: answered.minPayableCell && cellView(book, answered.minPayableCell),
    maxPayableToday: answered.maxPayableToday,
    maxPayableCell: answered.maxPayableCell && cellView(book, answered.maxPayableCell),
  });
}
