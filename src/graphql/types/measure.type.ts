import { Field, Int, ObjectType } from 'type-graphql';
import { bilingual } from '../../policy/bilingual.js';
import type { Measure } from '../../policy/figure.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { badInput } from '../bad-input.js';
import { described } from '../described.js';
import { nodeId } from '../../policy/node-id.js';
import { CalendarDay } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { RowStatusEnum } from './enums.js';
import { NodeType } from './node.type.js';

@ObjectType('Measure', { implements: NodeType, ...described('政策文件', 'A notice that lays down rules'), simpleResolvers: true })
export class MeasureType extends NodeType {
  @Field(() => String, described('文件代码，如 LN2023-36', 'Code of the notice, such as LN2023-36'))
  code!: string;

  @Field(() => String, { nullable: true, ...described('文号；文件未印时为空', 'Document number; null where none is printed') })
  documentNumber!: string | null;

  @Field(() => BilingualTextType, described('标题', 'Title'))
  title!: BilingualTextType;

  @Field(() => BilingualTextType, described('发文机关', 'Who issued it'))
  issuer!: BilingualTextType;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('印发日期；存档文本缺失时为空', 'Day of issue; null where the stored text lacks it'),
  })
  issuedOn!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('生效日；文件未印时为空', 'First day in force; null where none is printed') })
  effectiveFrom!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('最后有效日；长期有效时为空', 'Last day in force; null while open') })
  effectiveTo!: string | null;

  @Field(() => RowStatusEnum, described('有效期的依据状态', 'How sure the period is'))
  status!: string;

  @Field(() => CalendarDay, described('最近核对日', 'When it was last checked against the notice'))
  lastVerifiedOn!: string;

  @Field(() => BilingualTextType, described('推断或未确认之处', 'What is inferred or not confirmed'))
  note!: BilingualTextType;

  @Field(() => Int, described('拆分出的条款数', 'How many norms the notice was split into'))
  normCount!: number;
}

const toView = ({ number, ...sheet }: Measure): MeasureType => {
  const view = { ...sheet, __typename: 'Measure', id: nodeId('Measure', sheet.code), documentNumber: number };
  return view;
};

/** The notices as the API shows them, by code. */
export const measureViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, MeasureType> => new Map(book.measures.map((measure) => [measure.code, toView(measure)])),
);

/** The notice of a code. Throws BAD_USER_INPUT with the codes that are known. */
export function measureView(book: RuleBook, code: string, field: string): MeasureType {
  const view = measureViews(book).get(code);
  if (view !== undefined) return view;
  const known = [...measureViews(book).keys()];
  throw badInput(field, bilingual(`应为文件代码（${known.join('、')}）`, `the code of a notice (${known.join(', ')})`), code);
}
