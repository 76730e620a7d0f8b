/** A description in both languages, Chinese first: `{ description }` for a decorator. */
export const described = (zh: string, en: string): { description: string } => ({ description: `${zh}\n\n${en}` });
