import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';

@InputType('ReceiptInput', described('要核对的回执，原样提交', 'A receipt to be checked, handed in unchanged'))
export class ReceiptInput {
  @Field(() => String, described('回执的规范文本，最多 500000 个字符', 'The canonical text of the receipt, at most 500,000 characters'))
  canonical!: string;

  @Field(() => String, described('回执的散列值（十六进制）', 'The hash of the receipt, hexadecimal'))
  hash!: string;
}

@ObjectType('ReceiptVerification', {
  ...described('回执是否仍然成立：散列值、规则、结果', 'Whether a receipt still holds: its hash, its rules, its answer'),
  simpleResolvers: true,
})
export class ReceiptVerificationType {
  @Field(() => Boolean, described('散列值是否与文本相符', 'Whether the hash is that of the text'))
  isIntact!: boolean;

  @Field(() => String, described('规则及其版本', 'The rule and its version'))
  rule!: string;

  @Field(() => String, described('出具回执的计算程序版本', 'Version of the engine that issued it'))
  engineVersion!: string;

  @Field(() => Boolean, described('与现在的计算程序版本是否相同', 'Whether that is the version running now'))
  isSameEngine!: boolean;

  @Field(() => String, described('回执所依据的规则集散列值', 'Hash of the rule book it was made with'))
  ruleBookHash!: string;

  @Field(() => Boolean, described('按现在所知，当日的规则是否仍是这一套', 'Whether the rules of its day, as known now, are still those'))
  isSameRuleBook!: boolean;

  @Field(
    () => Boolean,
    described(
      '是否成立：散列值相符，且同一问题重算的结果和步骤相同；不同之处见 replayReceipt',
      'Whether it holds: the hash fits, and the same question still has the same answer; replayReceipt says what differs',
    ),
  )
  holds!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '按出具时的所知是否成立；本服务从未有过该规则集时为空',
      'Whether it held under the rules as known when it was made; null where no such rule book was ever recorded here',
    ),
  })
  heldWhenIssued!: boolean | null;
}

@ObjectType('ReceiptChange', { ...described('重新计算后不同的一处', 'One place that comes out differently'), simpleResolvers: true })
export class ReceiptChangeType {
  @Field(() => String, described('位置，如 lines[0].amount', 'Where, such as lines[0].amount'))
  path!: string;

  @Field(() => String, described('回执所载（JSON）；没有时为 (none)', 'As the receipt has it (JSON); (none) where it has nothing'))
  before!: string;

  @Field(() => String, described('重新计算所得（JSON）；没有时为 (none)', 'As calculated again (JSON); (none) where nothing came out'))
  after!: string;
}

@ObjectType('ReceiptReplay', {
  ...described(
    '按现在所知的当日规则重新计算回执的问题，列出不同之处',
    "A receipt's question calculated again under the rules of its day as known now, with what came out differently",
  ),
  simpleResolvers: true,
})
export class ReceiptReplayType {
  @Field(() => Boolean, described('散列值是否与文本相符', 'Whether the hash is that of the text'))
  isIntact!: boolean;

  @Field(
    () => Boolean,
    described(
      '是否成立：文本与散列值相符，且结果和步骤与重新计算相同',
      'Whether it holds: text and hash fit, outcome and steps come out the same',
    ),
  )
  holds!: boolean;

  @Field(() => Boolean, described('规则集是否相同', 'Whether the rule book is the same'))
  isSameRuleBook!: boolean;

  @Field(() => Boolean, described('规则版本是否相同', 'Whether the rule has the same version'))
  isSameRuleVersion!: boolean;

  @Field(() => [ReceiptChangeType], described('结果的不同之处，最多 50 处', 'Where the outcome differs, at most 50 places'))
  outcomeChanges!: ReceiptChangeType[];

  @Field(() => [ReceiptChangeType], described('计算步骤的不同之处，最多 50 处', 'Where the steps differ, at most 50 places'))
  explanationChanges!: ReceiptChangeType[];

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '按出具时的所知是否成立；本服务从未有过该规则集时为空',
      'Whether it held under the rules as known when it was made; null where no such rule book was ever recorded here',
    ),
  })
  heldWhenIssued!: boolean | null;
}
