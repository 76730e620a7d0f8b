import type { RuleBook } from './rule-book.js';
import type { RuleContent } from './rule-content.js';

/**
 * A value derived from what a rule book holds, worked out once for all books of the same content and gone with it.
 * What is derived may not look at the day that was asked.
 */
export function rememberedPerBook<Value>(derive: (book: RuleBook) => Value): (book: RuleBook) => Value {
  const values = new WeakMap<RuleContent, { readonly value: Value }>();
  let latest: { readonly content: RuleContent; readonly value: Value } | null = null;
  return (book) => {
    const { content } = book;
    if (latest?.content === content) return latest.value; // a batch asks the same book a million times
    const value = (values.get(content) ?? { value: derive(book) }).value;
    if (!values.has(content)) values.set(content, { value });
    latest = { content, value };
    return value;
  };
}
