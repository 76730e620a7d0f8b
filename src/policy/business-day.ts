import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';

/**
 * Refuses a business day, such as `filedOn` or `heldOn`, that is later than today by the service's clock: what has not happened cannot be recorded.
 * Both are calendar days in Asia/Shanghai. Throws BAD_USER_INPUT naming the field.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export function notAfterClock(day: string, today: string, field: string): void {
  if (day <= today) return;
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${field}：${day} 晚于服务时钟的今天（${today}，北京时间）。请填写已经发生的日期。`,
      `${field}: ${day} is later than today by the service's clock (${today}, Beijing time). Give the day on which it happened.`,
    ),
    field,
    { day, today },
  );
}
