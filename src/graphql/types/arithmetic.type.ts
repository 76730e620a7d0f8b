import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Decimal, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { ArithmeticOperationEnum } from './planning-enums.js';

@InputType('OverrideInput', described('在一格标准上加减百分比', 'A percentage on top of one cell of the tariff'))
export class OverrideInput {
  @Field(() => String, described('职业代码或名称', 'Occupation code or Chinese name'))
  occupation!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(
    () => Decimal,
    described(
      '百分比，最多三位整数、六位小数；负数为下浮',
      'Percentage, at most three digits and six decimals; a negative one lowers the amount',
    ),
  )
  percent!: string;
}

@InputType('EqualSplitInput', described('一笔金额等分', 'An amount to split equally'))
export class EqualSplitInput {
  @Field(() => MoneyCNY, described('金额（元），不为负', 'Amount (yuan), not negative'))
  amount!: string;

  @Field(() => Int, described('份数，1 至 1000', 'Parts, 1 to 1,000'))
  parts!: number;
}

@InputType(
  'ArithmeticInput',
  described(
    '金额运算的输入；sum、override、round、splitEqually、tenThousandYuan 只填一项',
    'What is worked out: exactly one of sum, override, round, splitEqually and tenThousandYuan',
  ),
)
export class ArithmeticInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('地区代码或名称；只影响 override 所用的标准', 'Region code or name; it matters only for the tariff of an override'),
  })
  region?: string | null;

  @Field(() => [Decimal], {
    nullable: true,
    ...described(
      '求和：各数（元），可以不足一分，合计后四舍五入到分一次；最多 1000 项',
      'A sum: amounts in yuan that may hold less than a fen, rounded once at the end; at most 1,000',
    ),
  })
  sum?: string[] | null;

  @Field(() => OverrideInput, { nullable: true, ...described('在标准上加减百分比', 'A percentage on top of the tariff') })
  override?: OverrideInput | null;

  @Field(() => Decimal, {
    nullable: true,
    ...described(
      '四舍五入到分：一个数（元）；负数按绝对值取整',
      'Rounding to the fen: a value in yuan; a negative one is rounded by its absolute value',
    ),
  })
  round?: string | null;

  @Field(() => EqualSplitInput, { nullable: true, ...described('等分', 'An equal split') })
  splitEqually?: EqualSplitInput | null;

  @Field(() => Decimal, {
    nullable: true,
    ...described('万元换算为元：以万元计的数', 'Yuan from units of ten thousand yuan: the number of such units'),
  })
  tenThousandYuan?: string | null;
}

@ObjectType('Arithmetic', { implements: AnsweredType, ...described('精确的金额运算', 'Exact arithmetic on money'), simpleResolvers: true })
export class ArithmeticType extends AnsweredType {
  @Field(() => ArithmeticOperationEnum, described('所做的运算', 'What was worked out'))
  operation!: string;

  @Field(() => MoneyCNY, described('结果（元）；等分时为原金额', 'Result (yuan); the whole amount for a split'))
  amount!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described(
      'override 增加的金额（元），下浮时为负；其他运算为空',
      'What an override adds (yuan), negative where it lowers; null otherwise',
    ),
  })
  extra!: string | null;

  @Field(() => [MoneyCNY], {
    nullable: true,
    ...described(
      '等分的各份（元），合计等于原金额，多出的分归前面各份；其他运算为空',
      'The parts of a split (yuan), which sum to the amount, extra fen first; null otherwise',
    ),
  })
  parts!: readonly string[] | null;
}
