import { Field, InputType, ObjectType } from 'type-graphql';
import { hasYuanEffect } from '../../policy/open-question-effect.js';
import type { OpenQuestion } from '../../policy/rule-archive.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import { described } from '../described.js';
import { nodeId } from '../../policy/node-id.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { NodeType } from './node.type.js';
import { OpenQuestionGroupEnum, OpenQuestionStatusEnum } from './reference-enums.js';
import { isComputed } from '../../policy/readings.js';
import { openQuestionOf } from '../../policy/open-questions.js';

@InputType('OpenQuestionFilter', described('未决问题的筛选；各项须同时满足', 'Which open questions; all parts must hold'))
export class OpenQuestionFilter {
  @Field(() => OpenQuestionStatusEnum, { nullable: true, ...described('状态', 'Status') })
  status?: string | null;

  @Field(() => OpenQuestionGroupEnum, { nullable: true, ...described('分组', 'Group') })
  group?: string | null;
}

@ObjectType('OpenQuestionReading', { ...described('对未决问题的一种理解', 'One reading of an open question'), simpleResolvers: true })
export class OpenQuestionReadingType {
  @Field(() => String, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;

  @Field(() => Boolean, described('是否为缺省理解', 'Whether it is the default'))
  isDefault!: boolean;

  @Field(() => Boolean, described('是否为现行理解', 'Whether it is the reading in force'))
  isInForce!: boolean;

  @Field(() => Boolean, described('是否有规则据此计算；否则仅作记录', 'Whether a rule computes it; otherwise it is recorded for people'))
  isComputed!: boolean;
}

@ObjectType('OpenQuestion', {
  implements: NodeType,
  ...described('文件没有写明的问题及现行理解', 'A point that the notices leave open, with the reading in force'),
  simpleResolvers: true,
})
export class OpenQuestionType extends NodeType {
  @Field(() => String, described('编号，如 Q08', 'Number, such as Q08'))
  code!: string;

  @Field(() => String, described('键，如 amount.payableHours', 'Key, such as amount.payableHours'))
  key!: string;

  @Field(() => OpenQuestionGroupEnum, described('分组', 'Group'))
  group!: string;

  @Field(() => BilingualTextType, described('问题', 'The question'))
  question!: BilingualTextType;

  @Field(() => [String], described('有关条款', 'The clauses it is about'))
  norms!: readonly string[];

  @Field(() => [OpenQuestionReadingType], described('可能的理解', 'The possible readings'))
  readings!: readonly OpenQuestionReadingType[];

  @Field(() => OpenQuestionReadingType, described('缺省理解', 'The default reading'))
  defaultReading!: OpenQuestionReadingType;

  @Field(() => OpenQuestionReadingType, described('现行理解', 'The reading in force'))
  readingInForce!: OpenQuestionReadingType;

  @Field(() => CitationType, described('现行理解的依据', 'Where the reading in force comes from'))
  citation!: CitationType;

  @Field(() => BilingualTextType, described('采用缺省理解的理由', 'Why the default was chosen'))
  reason!: BilingualTextType;

  @Field(() => BilingualTextType, described('由谁答复', 'Who can settle it'))
  settledBy!: BilingualTextType;

  @Field(() => OpenQuestionStatusEnum, described('状态', 'Status'))
  status!: string;

  @Field(
    () => Boolean,
    described('各种理解相差多少元是否可由 openQuestionEffect 测算', 'Whether openQuestionEffect works out the yuan between its readings'),
  )
  hasYuanEffect!: boolean;
}

function toView(book: RuleBook, { id, ...question }: OpenQuestion): OpenQuestionType {
  const inForce = book.reading(question.key);
  const citation = book.setting(question.key)?.citation as CitationType;
  const readings = question.readings.map(({ code, text }) => ({
    code,
    text,
    isDefault: code === question.defaultReading,
    isInForce: code === inForce,
    isComputed: isComputed(question.key, code),
  }));
  const view = {
    ...question,
    __typename: 'OpenQuestion',
    id: nodeId('OpenQuestion', id),
    code: id,
    hasYuanEffect: hasYuanEffect(id),
    readings,
    defaultReading: readings.find(({ isDefault }) => isDefault) as OpenQuestionReadingType,
    readingInForce: readings.find(({ isInForce }) => isInForce) as OpenQuestionReadingType,
    citation,
    status: citation.status === 'UNCONFIRMED' ? 'UNCONFIRMED' : 'CONFIRMED',
  };
  return view;
}

/** The open questions of a rule book as the API shows them, by number. */
export const openQuestionViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, OpenQuestionType> =>
    new Map(book.openQuestions.map((question) => [question.id, toView(book, question)])),
);

/** The open questions that a filter lets through, by number. */
export const filteredOpenQuestions = (book: RuleBook, filter: OpenQuestionFilter | null): OpenQuestionType[] =>
  [...openQuestionViews(book).values()].filter(
    ({ status, group }) => (filter?.status ?? status) === status && (filter?.group ?? group) === group,
  );

/** The open question of a number or key as the API shows it. Throws UNKNOWN_OPEN_QUESTION. */
export const openQuestionView = (book: RuleBook, codeOrKey: string, field: string): OpenQuestionType =>
  openQuestionViews(book).get(openQuestionOf(book, codeOrKey, field).id) as OpenQuestionType;
