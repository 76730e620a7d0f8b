import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { RoundingEnum, StepUnitEnum } from './enums.js';

@ObjectType('Operand', { ...described('步骤中的一个数', 'One number that went into a step'), simpleResolvers: true })
export class OperandType {
  @Field(() => BilingualTextType, described('名称', 'Name'))
  name!: BilingualTextType;

  @Field(() => String, described('值', 'Value'))
  value!: string;

  @Field(() => StepUnitEnum, described('单位', 'Unit'))
  unit!: string;
}

@ObjectType('ExplanationStep', {
  ...described('计算步骤：计算时写下，不是事后补记', 'One step of a calculation, written while it was made'),
  simpleResolvers: true,
})
export class ExplanationStepType {
  @Field(() => BilingualTextType, described('这一步做什么', 'What the step does'))
  label!: BilingualTextType;

  @Field(() => String, described('规则及其版本', 'The rule and its version'))
  rule!: string;

  @Field(() => [OperandType], described('算入的数', 'What went in'))
  operands!: OperandType[];

  @Field(() => String, described('结果', 'Result'))
  result!: string;

  @Field(() => StepUnitEnum, described('结果的单位', 'Unit of the result'))
  unit!: string;

  @Field(() => RoundingEnum, described('取整方式', 'How it was rounded'))
  rounding!: string;

  @Field(() => [CitationType], described('依据', 'What it rests on'))
  citations!: CitationType[];

  @Field(() => [ExplanationStepType], described('下级步骤', 'The steps below it'))
  steps!: ExplanationStepType[];
}
