import { Field, InterfaceType } from 'type-graphql';
import { described } from '../described.js';
import { ExplanationStepType } from './explanation-step.type.js';
import { ReceiptType } from './receipt.type.js';
import { RuleBookType } from './rule-book.type.js';

@InterfaceType('Answered', described('计算所得的答案：附说明、规则和回执', 'A computed answer with its explanation, rules and receipt'))
export abstract class AnsweredType {
  @Field(() => ExplanationStepType, {
    simple: true,
    ...described('计算说明：逐步列出，附依据', 'How the answer came about, step by step with its clauses'),
  })
  explanation!: ExplanationStepType;

  @Field(() => String, { simple: true, ...described('规则及其版本', 'The rule and its version') })
  ruleVersion!: string;

  @Field(() => RuleBookType, { simple: true, ...described('所依据的规则集', 'The rule book that was asked') })
  ruleBook!: RuleBookType;

  @Field(() => ReceiptType, { simple: true, ...described('回执', 'Receipt') })
  receipt!: ReceiptType;
}
