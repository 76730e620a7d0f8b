import { Field, Int, ObjectType } from 'type-graphql';
import type { QuoteStatement } from '../../policy/quote.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { CalendarDay, Hours, Instant, MoneyCNY } from '../scalars/scalars.js';
import { DecisionStatusEnum, LevelEnum } from './enums.js';
import { OccupationType, occupationViews } from './occupation.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import { RegionType, regionViews } from './region.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

@ObjectType('QuoteLine', { ...described('报价的一行', 'One line of a quote'), simpleResolvers: true })
export class QuoteLineType {
  @Field(() => OccupationType, { nullable: true, ...described('职业', 'Occupation') })
  occupation!: OccupationType | null;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => Int, described('人数', 'Heads'))
  headCount!: number;

  @Field(() => Hours, described('每人补贴学时', 'Hours of one trainee that are paid for'))
  hours!: string;

  @Field(() => MoneyCNY, described('每学时标准（元）', 'Hourly rate (yuan)'))
  hourlyRate!: string;

  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  amountPerTrainee!: string;

  @Field(() => MoneyCNY, described('可补贴金额（元）；暂缓或不予补贴时为 0.00', 'Payable amount (yuan); 0.00 while held or refused'))
  amount!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('补正后的金额；不予补贴时为空', 'Amount once the holds are cleared; null for a refusal'),
  })
  amountIfCleared!: string | null;

  @Field(() => DecisionStatusEnum, described('判定', 'Decision'))
  status!: string;

  @Field(() => [ReasonType], described('原因', 'Reasons'))
  reasons!: ReasonType[];
}

@ObjectType('QuoteStatement', {
  ...described('报价的内容，即签名所及的内容', 'What a quote says: what its signature covers'),
  simpleResolvers: true,
})
export class QuoteStatementType {
  @Field(() => String, described('编号', 'Number'))
  number!: string;

  @Field(() => RegionType, { nullable: true, ...described('地区', 'Region') })
  region!: RegionType | null;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'Training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => Instant, described('出具时刻', 'When it was issued'))
  issuedAt!: string;

  @Field(() => CalendarDay, described('出具日期', 'The day of its issue'))
  issuedOn!: string;

  @Field(
    () => CalendarDay,
    described('最后有效日，含当日（期限未经确认，见 Q96）', 'The last day on which it holds (the period is not confirmed, see Q96)'),
  )
  expiresOn!: string;

  @Field(() => MoneyCNY, described('可补贴合计（元）', 'Payable total (yuan)'))
  amount!: string;

  @Field(() => MoneyCNY, described('补正后合计（元）', 'Total once the holds are cleared (yuan)'))
  amountIfCleared!: string;

  @Field(() => [QuoteLineType], described('各行', 'Lines'))
  lines!: QuoteLineType[];

  @Field(() => CalendarDay, described('所依据的规则是哪一天的', 'The day whose rules it was made under'))
  rulesOn!: string;

  @Field(() => String, described('规则及其版本', 'The rule and its version'))
  ruleVersion!: string;

  @Field(() => String, described('规则集散列值', 'Hash of the rule book'))
  ruleBookHash!: string;

  @Field(() => String, described('测算回执的散列值', 'Hash of the receipt of the estimate'))
  receiptHash!: string;

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];

  @Field(() => String, described('报价不是付款承诺', 'A quote is no promise to pay'))
  note!: string;
}

/** What a quote says, as the API shows it: codes as objects. */
export const quoteStatementView = (book: RuleBook, statement: QuoteStatement) => ({
  number: statement.number,
  region: regionViews(book).get(statement.region ?? '') ?? null,
  institution: trainingInstitutionViews(book).get(statement.institution ?? '') ?? null,
  issuedAt: statement.issuedAt,
  issuedOn: statement.issuedOn,
  expiresOn: statement.expiresOn,
  amount: statement.amount,
  amountIfCleared: statement.amountIfCleared,
  lines: statement.lines.map((line) => ({
    ...line,
    occupation: occupationViews(book).get(line.occupation) ?? null,
    reasons: reasonsOf(line.reasons),
  })),
  rulesOn: statement.rulesOn,
  ruleVersion: statement.ruleVersion,
  ruleBookHash: statement.ruleBookHash,
  receiptHash: statement.receiptHash,
  notices: reasonsOf(statement.notices),
  note: statement.note,
});
