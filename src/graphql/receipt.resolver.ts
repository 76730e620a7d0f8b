import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { replayReceipt } from '../operations/replay-receipt.js';
import { verifyReceipt } from '../operations/verify-receipt.js';
import { described } from './described.js';
import { presentedReceipt } from './presented-receipt.js';
import type { ServiceContext } from './service-context.js';
import { ReceiptInput, ReceiptReplayType, ReceiptVerificationType } from './types/receipt-check.type.js';

@Resolver()
export class ReceiptResolver {
  @Query(
    () => ReceiptVerificationType,
    described('核对回执：文本与散列值是否相符，规则是否仍然有效', 'Whether text and hash of a receipt fit and its rules still hold'),
  )
  verifyReceipt(@Arg('input', () => ReceiptInput, described('回执', 'The receipt')) input: ReceiptInput, @Ctx() { desk }: ServiceContext) {
    return verifyReceipt(desk, presentedReceipt(input));
  }

  @Query(
    () => ReceiptReplayType,
    described(
      '重算回执：按现在所知的当日规则再算一次，列出不同之处',
      'Calculates the question of a receipt again and says what came out differently',
    ),
  )
  replayReceipt(@Arg('input', () => ReceiptInput, described('回执', 'The receipt')) input: ReceiptInput, @Ctx() { desk }: ServiceContext) {
    return replayReceipt(desk, presentedReceipt(input));
  }
}
