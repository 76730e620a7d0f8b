import { Field, InputType, ObjectType } from 'type-graphql';
import type { Figure } from '../../policy/figure.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { BindingEnum, FigureUnitEnum } from './enums.js';
import { measureView } from './measure.type.js';
import { FigureKindEnum, QuantityEnum } from './reference-enums.js';
import { RegionType, regionView } from './region.type.js';

@InputType('FigureFilter', described('数字的筛选；各项须同时满足', 'Which figures; all parts must hold'))
export class FigureFilter {
  @Field(() => FigureKindEnum, { nullable: true, ...described('种类', 'Kind') })
  kind?: string | null;

  @Field(() => String, { nullable: true, ...described('文件代码，如 LN2023-36', 'Code of the notice, such as LN2023-36') })
  documentCode?: string | null;
}

@ObjectType('Figure', { ...described('文件中的一个数字，附依据', 'One figure of a notice with its citation'), simpleResolvers: true })
export class FigureType {
  @Field(() => FigureKindEnum, described('种类', 'Kind'))
  kind!: string;

  @Field(() => String, described('同一种类内的键，如 BIG_DATA/JUNIOR', 'Key within its kind, such as BIG_DATA/JUNIOR'))
  key!: string;

  @Field(() => BilingualTextType, { nullable: true, ...described('名称；由键可知时为空', 'What it is called; null where the key says it') })
  label!: BilingualTextType | null;

  @Field(() => RegionType, {
    nullable: true,
    ...described('自定此数字的地区；空为全省', "The region whose own figure it is; null is the province's"),
  })
  region!: RegionType | null;

  @Field(() => String, { nullable: true, ...described('值；文件未写数额时为空', 'Value; null where the notice names none') })
  value!: string | null;

  @Field(() => QuantityEnum, described('量纲', 'Kind of quantity'))
  quantity!: string;

  @Field(() => FigureUnitEnum, described('按什么计', 'What it is counted for'))
  unit!: string;

  @Field(() => BindingEnum, described('约束方式', 'How it binds'))
  binding!: string;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

const toView = (book: RuleBook, figure: Figure): FigureType => {
  const { kind, key, regionCode, value, quantity, unit, binding, attributes, citation } = figure;
  const zh = attributes['labelZh'] ?? attributes['fieldZh'];
  const en = attributes['labelEn'] ?? attributes['fieldEn'];
  const label = zh === undefined || en === undefined ? null : { zh, en };
  return { kind, key, label, region: regionCode === null ? null : regionView(book, regionCode), value, quantity, unit, binding, citation };
};

/** The figures in force that a filter lets through, kind by kind. Throws BAD_USER_INPUT for an unknown notice. */
export function filteredFigures(book: RuleBook, filter: FigureFilter | null): FigureType[] {
  const documentCode = filter?.documentCode ? measureView(book, filter.documentCode, 'filter.documentCode').code : null;
  const kinds = filter?.kind ? [filter.kind] : Object.keys(FigureKindEnum);
  return kinds
    .flatMap((kind) => book.figures(kind))
    .filter(({ citation }) => documentCode === null || citation.documentCode === documentCode)
    .map((figure) => toView(book, figure));
}
