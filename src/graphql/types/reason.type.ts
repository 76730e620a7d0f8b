import { Field, ObjectType } from 'type-graphql';
import { type Reason, type ReasonCode, reasonOf } from '../../policy/reasons.js';
import { described } from '../described.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { ReasonCodeEnum } from './enums.js';

@ObjectType('Reason', {
  ...described('原因：条款、由谁补正、需要什么', 'A reason: its clause, who can mend it and what is needed'),
  simpleResolvers: true,
})
export class ReasonType {
  @Field(() => ReasonCodeEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;

  @Field(() => String, described('条款', 'Clause'))
  clause!: string;

  @Field(() => BilingualTextType, described('由谁补正', 'Who can mend it'))
  fixableBy!: BilingualTextType;

  @Field(() => BilingualTextType, described('需要什么', 'What is needed'))
  needed!: BilingualTextType;
}

/** The reasons of some codes, in their order. */
export const reasonsOf = (codes: readonly ReasonCode[]): Reason[] => codes.map(reasonOf);
