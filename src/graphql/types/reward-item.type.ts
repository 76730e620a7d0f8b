import { Field, ObjectType } from 'type-graphql';
import { formatYuan, yuan } from '../../money/yuan.js';
import type { Bilingual } from '../../policy/bilingual.js';
import type { Entry } from '../../policy/figure.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { nodeId } from '../../policy/node-id.js';
import { MoneyCNY } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { BindingEnum, FigureUnitEnum } from './enums.js';
import { NodeType } from './node.type.js';
import { BeneficiaryTypeEnum, PayeeEnum } from './reference-enums.js';

@ObjectType('RewardItem', {
  implements: NodeType,
  ...described('奖励项目', 'A reward item: a reward, grant, research funding or subsidy of a notice'),
  simpleResolvers: true,
})
export class RewardItemType extends NodeType {
  @Field(() => String, described('键，如 R-3B；U 开头的只提及、未定金额', 'Key, such as R-3B; a key with U is named without a figure'))
  key!: string;

  @Field(() => BilingualTextType, described('名称', 'Title'))
  title!: BilingualTextType;

  @Field(() => BeneficiaryTypeEnum, described('对象的类型', 'Kind of subject'))
  beneficiaryType!: string;

  @Field(() => BilingualTextType, described('对象', 'Who or what it is for'))
  subject!: BilingualTextType;

  @Field(() => [BilingualTextType], described('条件', 'Conditions'))
  conditions!: readonly BilingualTextType[];

  @Field(
    () => BilingualTextType,
    described('资金名目，如奖励、补助资金、科研经费', 'What the money is called: reward, grant, research funding, ...'),
  )
  moneyType!: BilingualTextType;

  @Field(() => [PayeeEnum], described('收款人；多个时择一', 'Who is paid; one of them where there are several'))
  payees!: readonly string[];

  @Field(() => [String], described('负责部门；文件未写时为空列表', 'Departments in charge; empty where none is named'))
  departmentsZh!: readonly string[];

  @Field(() => Boolean, described('负责部门是否含财政部门', 'Whether a finance department is among them'))
  isFinanceDepartmentListed!: boolean;

  @Field(() => [String], described('人才载体的种类；只有 R-6F 列出', 'Kinds of talent carrier; only R-6F names them'))
  carrierTypesZh!: readonly string[];

  @Field(() => String, { nullable: true, ...described('分组：同组的项目合算', 'Group: items of one group are worked out together') })
  group!: string | null;

  @Field(() => String, { nullable: true, ...described('以哪一项为前提', 'The item that must have been received first') })
  dependsOn!: string | null;

  @Field(() => BindingEnum, described('约束方式', 'How the figure binds'))
  binding!: string;

  @Field(() => FigureUnitEnum, described('按什么计', 'What the figure is counted for'))
  unit!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('所印金额（元）；文件未写时为空，不是零', 'The printed amount (yuan); null, not zero, where the notice names none'),
  })
  amount!: string | null;

  @Field(() => CitationType, described('金额的依据', 'Citation of the amount'))
  citation!: CitationType;

  @Field(() => String, { nullable: true, ...described('项目中推断或未写明之处', 'What is inferred or not stated about the item') })
  note!: string | null;
}

const listed = (text: string | undefined): string[] => (text ?? '').split('|').filter((part) => part !== '');

function pairs(zh: string | undefined, en: string | undefined): Bilingual[] {
  const english = listed(en);
  return listed(zh).map((text, index) => ({ zh: text, en: english[index] ?? '' }));
}

function toView(book: RuleBook, { key, attributes, citation: { note } }: Entry): RewardItemType {
  const figure = book.figure('REWARD', key);
  const text = (name: string): Bilingual => ({ zh: attributes[`${name}Zh`] ?? '', en: attributes[`${name}En`] ?? '' });
  const view = {
    __typename: 'RewardItem',
    id: nodeId('RewardItem', key),
    key,
    title: text('title'),
    beneficiaryType: attributes['beneficiaryType'] ?? '',
    subject: text('subject'),
    conditions: pairs(attributes['conditionsZh'], attributes['conditionsEn']),
    moneyType: text('moneyType'),
    payees: listed(attributes['payee']),
    departmentsZh: listed(attributes['departmentsZh']),
    isFinanceDepartmentListed: attributes['financeDepartmentListed'] === 'true',
    carrierTypesZh: listed(attributes['carrierTypesZh']),
    group: attributes['group'] ?? null,
    dependsOn: figure.attributes['dependsOn'] ?? null,
    binding: figure.binding,
    unit: figure.unit,
    amount: figure.value === null ? null : formatYuan(yuan(figure.value)),
    citation: figure.citation,
    note,
  };
  return view;
}

/** R-3B before R-10B, as the clauses are printed. */
const inPrintedOrder = new Intl.Collator('en', { numeric: true });

/** The reward items of a rule book as the API shows them, by key, in the order of the clauses. */
export const rewardItemViews = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<string, RewardItemType> =>
    new Map(
      [...book.entries('REWARD_ITEM')]
        .sort((left, right) => inPrintedOrder.compare(left.key, right.key))
        .map((entry) => [entry.key, toView(book, entry)]),
    ),
);
