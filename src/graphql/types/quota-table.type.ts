import { Field, Int, ObjectType } from 'type-graphql';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { quotaRowsOf, quotaTotal } from '../../policy/quota.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { CitedCountType } from './cited.type.js';
import { OpenQuestionType, openQuestionView } from './open-question.type.js';
import { RegionType, regionView } from './region.type.js';
import { RuleBookType } from './rule-book.type.js';

@ObjectType('QuotaRow', { ...described('名额分配表的一行', 'One row of the quota allocation'), simpleResolvers: true })
export class QuotaRowType {
  @Field(() => Int, described('附件7 所印次序', 'Order in Annex 7'))
  printedOrder!: number;

  @Field(() => RegionType, described('地区', 'Region'))
  region!: RegionType;

  @Field(() => Int, described('名额（人）', 'Places (persons)'))
  places!: number;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('QuotaTable', { ...described('名额分配表（附件7）', 'The quota allocation of Annex 7'), simpleResolvers: true })
export class QuotaTableType {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => [QuotaRowType], described('各地区，按附件7 次序', 'The regions in the order of Annex 7'))
  rows!: QuotaRowType[];

  @Field(() => Int, described('各行之和（人）', 'Sum of the rows (persons)'))
  total!: number;

  @Field(() => CitedCountType, described('附件7 所印合计（人）', 'Total as printed in Annex 7 (persons)'))
  printedTotal!: CitedCountType;

  @Field(() => BilingualTextType, described('须知：附件7 没有写明年度', 'To be noted: Annex 7 names no period'))
  note!: BilingualTextType;

  @Field(() => OpenQuestionType, described('须知所说的未决问题', 'The open question that the note is about'))
  openQuestion!: OpenQuestionType;

  @Field(() => RuleBookType, described('所依据的规则集', 'The rule book that was asked'))
  ruleBook!: RuleBookType;
}

const NO_PERIOD = bilingual(
  '附件7 没有写明年度或期间；名额按哪种理解适用于各年，见未决问题 Q45。',
  'Annex 7 names no year or period; how its places apply to a year is open question Q45.',
);

const noTable = (on: string): Failure =>
  new Failure(
    'RULE_NOT_IN_FORCE',
    bilingual(
      `year：${on} 当日附件7 尚未生效。请改用较晚的年度；文件的生效日期见 measures。`,
      `year: Annex 7 is not in force on ${on}. Ask for a later year; measures lists the periods of the notices.`,
    ),
    'year',
    { on },
  );

const partsOf = rememberedPerBook((book: RuleBook) => {
  const printedTotal = book.findFigure('QUOTA_TOTAL', 'PROVINCE');
  if (printedTotal === null) throw noTable(book.query.on);
  return {
    rows: quotaRowsOf(book).map(({ region, places, figure }) => ({
      printedOrder: region.printedOrder,
      region: regionView(book, region.code),
      places,
      citation: figure.citation,
    })),
    total: quotaTotal(book),
    printedTotal: { value: parseInt(printedTotal.value ?? '', 10), citation: printedTotal.citation },
    note: NO_PERIOD,
    openQuestion: openQuestionView(book, 'Q45', 'openQuestion'),
  };
});

/** The quota allocation of a year, from the rule book of its last day. Throws RULE_NOT_IN_FORCE for a year before the notice. */
export const quotaTableView = (book: RuleBook, year: number): QuotaTableType => ({ year, ...partsOf(book), ruleBook: book });
