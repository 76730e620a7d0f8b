import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';

@ObjectType('Receipt', {
  ...described(
    '回执：把规则、输入、结果和步骤绑定在一个散列值下，可复核、可重算',
    'Proof of one answer: rules, input, outcome and steps under one hash; it can be verified and replayed',
  ),
  simpleResolvers: true,
})
export class ReceiptType {
  @Field(() => String, described('散列算法', 'Hash suite'))
  suite!: string;

  @Field(() => String, described('canonical 的散列值（十六进制）', 'Hash of the canonical text, hexadecimal'))
  hash!: string;

  @Field(() => String, described('规范文本（RFC 8785），自行散列即可核对', 'The canonical text (RFC 8785): hash it yourself to check'))
  canonical!: string;
}
