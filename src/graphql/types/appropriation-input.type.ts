import { Field, ID, InputType, Int } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { FundSourceEnum } from './calculator-enums.js';
import { publishedEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';

export const FundingCauseEnum = publishedEnum('FundingCause', '拨入资金的原因', 'What brings money into a fund', {
  OPENING: ['期初余额，每项资金每年一次', 'The opening balance, once for each fund and year'],
  APPROPRIATION: ['拨款', 'An appropriation'],
  TOP_UP: ['追加', 'A top-up'],
});

@InputType()
abstract class MovedMoneyInput extends KeyedInput {
  @Field(() => String, described('地区，代码或名称', 'Region, code or Chinese name'))
  region!: string;

  @Field(() => Int, described('资金年度', 'Fiscal year of the fund'))
  year!: number;

  @Field(() => FundSourceEnum, described('资金来源', 'Fund'))
  fund!: string;

  @Field(() => MoneyCNY, described('金额（元），大于 0', 'Amount in yuan, above zero'))
  amount!: string;

  @Field(() => String, described('文号；同一地区、资金和原因只登记一次', 'Document number, once for each region, fund and cause'))
  documentNumber!: string;

  @Field(() => CalendarDay, described('登记日期，不晚于今天', 'The day of the record, not after today'))
  recordedOn!: string;

  @Field(() => String, { nullable: true, ...described('说明', 'Note') })
  note?: string | null;
}

@InputType('RecordAppropriationInput', described('登记拨入的资金', 'Money that a document brings into a fund'))
export class RecordAppropriationInput extends MovedMoneyInput {
  @Field(() => FundingCauseEnum, described('原因', 'Cause'))
  cause!: string;
}

@InputType('CarryOverFundsInput', described('登记年末结转下年', 'Money left of a fund to be carried over to the next year'))
export class CarryOverFundsInput extends MovedMoneyInput {}

@InputType('ReverseAppropriationInput', described('登记整笔冲销', 'An appropriation to be taken back whole'))
export class ReverseAppropriationInput extends KeyedInput {
  @Field(() => ID, described('要冲销的资金记录，须已批准', 'What is to be taken back; it must be approved'))
  appropriationId!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;

  @Field(() => CalendarDay, described('登记日期，不晚于今天', 'The day of the record, not after today'))
  recordedOn!: string;
}

@InputType('ApproveAppropriationInput', described('批准资金记录', 'The approval of an appropriation'))
export class ApproveAppropriationInput extends KeyedInput {
  @Field(() => ID, described('资金记录', 'The appropriation'))
  appropriationId!: string;

  @Field(() => CalendarDay, described('审批日期，不晚于今天', 'The day of the decision, not after today'))
  decidedOn!: string;
}

@InputType('RejectAppropriationInput', described('不批准资金记录', 'The rejection of an appropriation'))
export class RejectAppropriationInput extends ApproveAppropriationInput {
  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}
