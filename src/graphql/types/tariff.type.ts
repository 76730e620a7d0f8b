import { Field, Int, ObjectType } from 'type-graphql';
import { formatYuan, yuan } from '../../money/yuan.js';
import { requireInForce, TRAINING_NOTICE } from '../../policy/citations.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { type TariffCell, tariffOf } from '../../policy/tariff.js';
import { type TariffRange, tariffAverage, tariffRange, tariffSums } from '../../policy/tariff-summary.js';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { CitedHoursType, CitedMoneyType } from './cited.type.js';
import { LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import { RegionType, regionView } from './region.type.js';
import { RuleBookType } from './rule-book.type.js';

@ObjectType('TariffCell', {
  ...described('标准表的一格：一名学员某职业某等级的补贴', 'One cell: what a trainee of an occupation and level is worth'),
  simpleResolvers: true,
})
export class TariffCellType {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => CitedHoursType, described('规定学时', 'Required hours'))
  requiredHours!: CitedHoursType;

  @Field(() => CitedMoneyType, described('每学时标准（元）', 'Hourly rate (yuan)'))
  hourlyRate!: CitedMoneyType;

  @Field(() => MoneyCNY, described('每人补贴（元）：规定学时 × 每学时标准', 'Subsidy per trainee (yuan): required hours x hourly rate'))
  amount!: string;

  @Field(
    () => Boolean,
    described(
      '所问之日能否补贴：培训机构和评价机构都已入目录',
      'Whether it is payable on the day asked: a trainer and an assessor are listed',
    ),
  )
  isPayableToday!: boolean;

  @Field(() => [ReasonType], described('不能补贴的原因', 'Why it is not payable'))
  obstacles!: ReasonType[];
}

@ObjectType('TariffSum', { ...described('各格之和，用于核对附件5', 'Sums over the cells: a checksum of Annex 5'), simpleResolvers: true })
export class TariffSumType {
  @Field(() => LevelEnum, { nullable: true, ...described('等级；空为全部', 'Level; null is all') })
  level!: string | null;

  @Field(() => Hours, described('规定学时之和', 'Sum of the required hours'))
  hours!: string;

  @Field(() => MoneyCNY, described('金额之和（元）', 'Sum of the amounts (yuan)'))
  amount!: string;
}

@ObjectType('TariffRange', {
  ...described('金额最低和最高的格', 'The cells with the lowest and the highest amount'),
  simpleResolvers: true,
})
export class TariffRangeType {
  @Field(() => TariffCellType, described('最低；相同时取印在前面的', 'Lowest; the first as printed where several share it'))
  lowest!: TariffCellType;

  @Field(() => Int, described('最低的格数', 'How many cells share the lowest amount'))
  lowestCount!: number;

  @Field(() => TariffCellType, described('最高；相同时取印在前面的', 'Highest; the first as printed where several share it'))
  highest!: TariffCellType;

  @Field(() => Int, described('最高的格数', 'How many cells share the highest amount'))
  highestCount!: number;
}

@ObjectType('TariffAverage', { ...described('各格金额的平均数', 'The plain mean of the amounts'), simpleResolvers: true })
export class TariffAverageType {
  @Field(() => String, described('最简分数（元），如 6314/3', 'Fraction in lowest terms (yuan), such as 6314/3'))
  exactFraction!: string;

  @Field(() => MoneyCNY, described('显示值，不得再乘', 'For display; never to be multiplied back'))
  display!: string;
}

@ObjectType('Tariff', { ...described('补贴标准表：附件5 的学时和标准', 'The tariff: hours and rates of Annex 5'), simpleResolvers: true })
export class TariffType {
  @Field(() => CalendarDay, described('规则在哪一天有效', 'The day on which the rules are in force'))
  on!: string;

  @Field(() => RegionType, { nullable: true, ...described('地区；空为全省', 'Region; null is the province') })
  region!: RegionType | null;

  @Field(() => [TariffCellType], described('各格：职业按附件5 次序，等级由低到高', 'The cells: occupations as printed, levels rising'))
  cells!: TariffCellType[];

  @Field(() => [TariffSumType], described('按等级和全部求和', 'Sums by level and over all'))
  sums!: TariffSumType[];

  @Field(() => TariffRangeType, described('全部各格的最低和最高', 'Lowest and highest of all cells'))
  range!: TariffRangeType;

  @Field(() => TariffRangeType, {
    nullable: true,
    ...described('可补贴各格的最低和最高；一格都没有时为空', 'Lowest and highest of the payable cells; null where there is none'),
  })
  payableRange!: TariffRangeType | null;

  @Field(() => TariffAverageType, described('平均数', 'Mean'))
  average!: TariffAverageType;

  @Field(() => RuleBookType, described('所依据的规则集', 'The rule book that was asked'))
  ruleBook!: RuleBookType;
}

const cellView = (book: RuleBook, cell: TariffCell): TariffCellType => ({
  occupation: occupationView(book, cell.occupation.code),
  level: cell.level,
  requiredHours: { value: cell.requiredHours.value ?? '', citation: cell.requiredHours.citation },
  hourlyRate: { value: formatYuan(yuan(cell.hourlyRate.value ?? '')), citation: cell.hourlyRate.citation },
  amount: formatYuan(cell.amount),
  isPayableToday: cell.obstacles.length === 0,
  obstacles: reasonsOf(cell.obstacles),
});

/** The tariff of a rule book as the API shows it. Throws RULE_NOT_IN_FORCE on a day before its notice. */
export function tariffView(book: RuleBook): TariffType {
  requireInForce(book, TRAINING_NOTICE);
  const { on, regionCode } = book.query;
  return { ...tariffParts(book), on, region: regionCode === null ? null : regionView(book, regionCode), ruleBook: book };
}

const tariffParts = rememberedPerBook((book: RuleBook) => {
  const cells = tariffOf(book);
  const views = new Map(cells.map((cell) => [cell, cellView(book, cell)]));
  const rangeView = (range: TariffRange | null): TariffRangeType | null =>
    range && { ...range, lowest: views.get(range.lowest) as TariffCellType, highest: views.get(range.highest) as TariffCellType };
  return {
    cells: [...views.values()],
    sums: [...tariffSums(cells)],
    range: rangeView(tariffRange(cells)) as TariffRangeType,
    payableRange: rangeView(tariffRange(cells.filter(({ obstacles }) => obstacles.length === 0))),
    average: tariffAverage(cells),
  };
});
