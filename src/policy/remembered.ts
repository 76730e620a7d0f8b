import type { RuleBook } from './rule-book.js';
import type { RuleContent } from './rule-content.js';

/**
 * A value derived from what a rule book holds, worked out once for all books of the same content and gone with it.
 * What is derived may not look at the day that was asked.
 */
export function rememberedPerBook<Value>(derive: (book: RuleBook) => Value): (book: RuleBook) => Value {
  const values = new WeakMap<RuleContent, { readonly value: Value }>();
  return (book) => {
    const known = values.get(book.content) ?? { value: derive(book) };
    values.set(book.content, known);
    return known.value;
  };
}
