import type { RuleBook } from './rule-book.js';

/** A value derived from a rule book, worked out once per book and gone with it. */
export function rememberedPerBook<Value>(derive: (book: RuleBook) => Value): (book: RuleBook) => Value {
  const values = new WeakMap<RuleBook, { readonly value: Value }>();
  return (book) => {
    const known = values.get(book) ?? { value: derive(book) };
    values.set(book, known);
    return known.value;
  };
}
