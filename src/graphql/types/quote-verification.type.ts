import { Field, ObjectType } from 'type-graphql';
import { QUOTE_ALGORITHM } from '../../operations/quotes/quote-token.js';
import type { QuoteStatus, QuoteVerification } from '../../operations/quotes/verify-quote.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { QuoteKeys } from '../../store/keys/quote-keys.js';
import { described } from '../described.js';
import { MoneyCNY } from '../scalars/scalars.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { CitationType } from './citation.type.js';
import { LevelEnum } from './enums.js';
import { QUOTE_STATUS_TEXTS, QuoteCauseEnum, QuoteComparisonStatusEnum, QuoteStatusEnum } from './quote-enums.js';
import { QuoteStatementType, quoteStatementView } from './quote-statement.type.js';

@ObjectType('QuoteDifferenceCause', {
  ...described('差额的一项原因及其所占金额', 'One cause of a difference and the part of it that this cause explains'),
  simpleResolvers: true,
})
export class QuoteDifferenceCauseType {
  @Field(() => QuoteCauseEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => String, described('职业代码', 'Code of the occupation'))
  occupationCode!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => String, { nullable: true, ...described('报价时；当时没有时为空', 'In the quote; null where it has none') })
  before!: string | null;

  @Field(() => String, { nullable: true, ...described('现在；现在没有时为空', 'Now; null where there is none') })
  after!: string | null;

  @Field(() => MoneyCNY, described('所占差额（元），可以为负', 'The part of the difference (yuan), possibly negative'))
  amount!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;
}

@ObjectType('QuoteComparison', {
  ...described('与报价相比：相同，或差额及其原因', 'Against the quote: the same, or the difference with its causes'),
  simpleResolvers: true,
})
export class QuoteComparisonType {
  @Field(() => QuoteComparisonStatusEnum, described('是否与报价相同', 'Whether it is the same as the quote'))
  status!: string;

  @Field(() => MoneyCNY, described('报价金额（元）', 'The quoted amount (yuan)'))
  quotedAmount!: string;

  @Field(() => MoneyCNY, described('现在的金额（元）', 'The amount of now (yuan)'))
  presentAmount!: string;

  @Field(() => MoneyCNY, described('现在减报价的差额（元），可以为负', 'Now less quoted (yuan), possibly negative'))
  difference!: string;

  @Field(
    () => [QuoteDifferenceCauseType],
    described('原因；各项金额之和恰为差额', 'The causes; their amounts sum exactly to the difference'),
  )
  causes!: readonly QuoteDifferenceCauseType[];
}

@ObjectType('QuoteRuleChange', {
  ...described(
    '报价所依据的标准、理解或目录，现在已不同',
    'A figure, a reading or a listing that the quote depends on and that is different now',
  ),
  simpleResolvers: true,
})
export class QuoteRuleChangeType {
  @Field(() => String, described('种类，如 HOURLY_RATE', 'Kind, such as HOURLY_RATE'))
  kind!: string;

  @Field(() => String, described('键，如 BIG_DATA/SENIOR', 'Key, such as BIG_DATA/SENIOR'))
  key!: string;

  @Field(() => BilingualTextType, described('名称', 'Name'))
  name!: BilingualTextType;

  @Field(() => String, { nullable: true, ...described('报价时；当时没有时为空', 'In the quote; null where there was none') })
  before!: string | null;

  @Field(() => String, { nullable: true, ...described('现在；现在没有时为空', 'Now; null where there is none') })
  after!: string | null;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('QuoteToday', {
  ...described('同一问题现在再算一次的结果', 'What the question of the quote comes to when it is asked again now'),
  simpleResolvers: true,
})
export class QuoteTodayType {
  @Field(() => QuoteComparisonType, described('与报价相比', 'Against the quote'))
  comparison!: QuoteComparisonType;

  @Field(() => String, described('现在的规则及其版本', 'The rule of now and its version'))
  ruleVersion!: string;

  @Field(() => String, described('现在的规则集散列值', 'Hash of the rule book of now'))
  ruleBookHash!: string;

  @Field(() => Boolean, described('规则集是否相同', 'Whether the rule book is the same'))
  isSameRuleBook!: boolean;

  @Field(() => [QuoteRuleChangeType], {
    nullable: true,
    ...described(
      '与报价有关而已不同的标准、理解和目录；本服务从未有过报价时的规则集时为空',
      'What the quote depends on and is different now; null where the rule book of the quote was never recorded here',
    ),
  })
  ruleChanges!: readonly QuoteRuleChangeType[] | null;
}

@ObjectType('QuoteVerification', {
  ...described(
    '报价是否真实、是否仍有效，现在再算是否相同。报价不是付款承诺',
    'Whether a quote is genuine and still holds, and whether it says the same now. A quote is no promise to pay',
  ),
  simpleResolvers: true,
})
export class QuoteVerificationType {
  @Field(() => QuoteStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;

  @Field(() => QuoteStatementType, {
    nullable: true,
    ...described('报价的内容；签名不符时为空', 'What the quote says; null where no signature vouches for it'),
  })
  statement!: QuoteStatementType | null;

  @Field(() => QuoteTodayType, {
    nullable: true,
    ...described('现在再算；不再有效或不能再算时为空', 'Asked again now; null unless it holds and can be answered'),
  })
  today!: QuoteTodayType | null;

  @Field(() => BilingualTextType, { nullable: true, ...described('不能再算的原因', 'Why it can no longer be answered') })
  unanswerable!: BilingualTextType | null;
}

/** A verification as the API shows it, under the rules of the quote's day. */
export const quoteVerificationView = (
  { statement, today, ...rest }: QuoteVerification,
  bookOf: (on: string) => RuleBook,
): QuoteVerificationType => ({
  ...rest,
  text: QUOTE_STATUS_TEXTS[rest.status satisfies QuoteStatus],
  statement: statement && quoteStatementView(bookOf(statement.rulesOn), statement),
  today: today && {
    ...today,
    comparison: {
      ...today.comparison,
      causes: today.comparison.causes.map(({ occupation, ...cause }) => ({ ...cause, occupationCode: occupation })),
    },
  },
});

@ObjectType('QuoteKey', {
  ...described('核对报价的公钥（JWK，RFC 8037）', 'A public key that verifies quotes (JWK, RFC 8037)'),
  simpleResolvers: true,
})
export class QuoteKeyType {
  @Field(() => String, described('密钥种类', 'Key type'))
  kty!: string;

  @Field(() => String, described('曲线', 'Curve'))
  crv!: string;

  @Field(() => String, described('公钥（base64url）', 'The public key (base64url)'))
  x!: string;

  @Field(() => String, described('密钥编号，即指纹（RFC 7638）', 'Id of the key: its thumbprint (RFC 7638)'))
  kid!: string;

  @Field(() => String, described('签名算法', 'Signature algorithm'))
  alg!: string;

  @Field(() => String, described('用途', 'Use'))
  use!: string;
}

@ObjectType('QuoteKeySet', {
  ...described('公钥集（JWK Set，RFC 7517）', 'A set of public keys (JWK Set, RFC 7517)'),
  simpleResolvers: true,
})
export class QuoteKeySetType {
  @Field(() => [QuoteKeyType], described('公钥；第一个是现行签名密钥的', 'The keys; the first is that of the key that signs now'))
  keys!: readonly QuoteKeyType[];
}

/** The public keys of quotes as a JWK Set. */
export const quoteKeySetView = ({ verifying }: QuoteKeys): QuoteKeySetType => ({
  keys: [...verifying.values()].map(({ id, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: QUOTE_ALGORITHM, use: 'sig' })),
});
