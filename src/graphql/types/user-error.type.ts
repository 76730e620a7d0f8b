import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Refusal, RefusalKind } from '../../policy/refusals/refusal.js';
import type { Language } from '../context.js';
import { described } from '../described.js';
import { MoneyCNY } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';

@InterfaceType('UserError', {
  ...described('操作或名单中的一行未办理的一个原因', 'One reason why a mutation, or one line of a list, was not done'),
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class UserErrorType {
  @Field(() => String, described('原因，按请求的语言', 'The reason, in the language of the request'))
  message!: string;

  @Field(() => BilingualTextType, described('原因，中文和英文', 'The reason in Chinese and English'))
  text!: BilingualTextType;

  @Field(() => String, {
    nullable: true,
    ...described('输入中的位置，如 lines[2].category', 'Where in the input, such as lines[2].category'),
  })
  field!: string | null;

  @Field(() => String, described('代码，如 PLACES_SHORT', 'Code, such as PLACES_SHORT'))
  code!: string;

  @Field(() => String, {
    nullable: true,
    ...described('依据条款；本系统自身的规则为空', 'The clause it rests on; null for a rule of our own'),
  })
  clause!: string | null;

  @Field(() => BilingualTextType, described('谁能解决', 'Who can mend it'))
  fixableBy!: BilingualTextType;

  @Field(() => BilingualTextType, described('需要什么', 'What is needed for that'))
  needed!: BilingualTextType;
}

const implementing = (zh: string, en: string) => ({ implements: UserErrorType, ...described(zh, en), simpleResolvers: true });

@ObjectType('RuleError', implementing('规定不允许', 'The rules do not allow it'))
export class RuleErrorType extends UserErrorType {}

@ObjectType('PlacesError', implementing('名额或人数不足', 'There are too few places'))
export class PlacesErrorType extends UserErrorType {
  @Field(() => Int, { nullable: true, ...described('所需名额', 'Places asked for') })
  asked!: number | null;

  @Field(() => Int, { nullable: true, ...described('可用名额；不得公开时为空', 'Places available; null where it may not be told') })
  available!: number | null;
}

@ObjectType('FundsError', implementing('资金不足', 'There is too little money'))
export class FundsErrorType extends UserErrorType {
  @Field(() => MoneyCNY, { nullable: true, ...described('所需金额', 'Amount asked for') })
  asked!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('可用金额', 'Amount available') })
  available!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('已承付', 'Amount committed') })
  committed!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('已支付', 'Amount paid') })
  paid!: string | null;
}

@ObjectType('StatusError', implementing('当前状态不允许', 'The present state does not allow it'))
export class StatusErrorType extends UserErrorType {
  @Field(() => String, { nullable: true, ...described('当前状态', 'The state that was found') })
  found!: string | null;

  @Field(() => [String], { nullable: true, ...described('要求的状态', 'The states that would do') })
  expected!: readonly string[] | null;
}

@ObjectType('SamePersonError', implementing('须由另一人办理', 'Another person must do this'))
export class SamePersonErrorType extends UserErrorType {
  @Field(() => String, { nullable: true, ...described('该人已办理的操作', 'What the same person did before') })
  earlierAct!: string | null;
}

@ObjectType('DuplicateError', implementing('已有相同的登记', 'The same is already recorded'))
export class DuplicateErrorType extends UserErrorType {}

@ObjectType('StaleError', implementing('所见版本已过时', 'What was seen is out of date'))
export class StaleErrorType extends UserErrorType {
  @Field(() => Int, { nullable: true, ...described('所见版本', 'The version that was seen') })
  expectedVersion!: number | null;

  @Field(() => Int, { nullable: true, ...described('现行版本', 'The version that stands now') })
  foundVersion!: number | null;
}

/** The types that a refusal can have in the API. */
export const userErrorTypes = [
  RuleErrorType,
  PlacesErrorType,
  FundsErrorType,
  StatusErrorType,
  SamePersonErrorType,
  DuplicateErrorType,
  StaleErrorType,
] as const;

const TYPE_NAMES: Readonly<Record<RefusalKind, string>> = {
  RULE: 'RuleError',
  PLACES: 'PlacesError',
  FUNDS: 'FundsError',
  STATUS: 'StatusError',
  SAME_PERSON: 'SamePersonError',
  DUPLICATE: 'DuplicateError',
  STALE: 'StaleError',
};

/** A refusal as the API shows it, in the reader's language. */
export function userErrorView(refusal: Refusal, language: Language): UserErrorType {
  const { kind, code, text, field, clause, fixableBy, needed, facts } = refusal;
  const ofKind = kind === 'STALE' ? { expectedVersion: facts['expected'], foundVersion: facts['found'] } : facts;
  return Object.assign(
    { ...ofKind },
    { __typename: TYPE_NAMES[kind], message: text[language], text, field, code, clause, fixableBy, needed },
  );
}
