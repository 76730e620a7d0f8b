const LETTERS_MIN = 2;
const LETTERS_MAX = 50;

/** The dots that people write between the parts of a name; the first one is the written form. */
const DOTS = /[·•‧∙・]/gu;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}·' .-]*$/u;
const BESIDE_HAN = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;

/**
 * A name in its one written form: full-width letters made plain, blanks between Chinese characters left out, one kind of dot. Null for what is no name: it has
 * 2 to 50 letters, and no digits.
 * Source: 辽人社发〔2023〕36号, 附件3, 附件4; our design, docs/decisions/0014-trainees.md
 */
export function writtenName(text: string): string | null {
  const name = text.normalize('NFKC').replace(DOTS, '·').trim().replace(BESIDE_HAN, '').replace(/\s+/gu, ' ');
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  return letters >= LETTERS_MIN && letters <= LETTERS_MAX && NAME.test(name) ? name : null;
}

/** Whether two names in their written form are the same; capitals make no difference. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A name as others may see it: its first character, and no hint of how many follow. Source: our design, docs/decisions/0014-trainees.md */
export const maskedName = (name: string): string => `${Array.from(name)[0] ?? ''}＊`;

/** Whether a text that is kept for long, such as a reason, gives away whose it is. Source: our design, docs/decisions/0014-trainees.md */
export const namesPerson = (text: string, name: string | null): boolean =>
  name !== null && text.normalize('NFKC').replace(DOTS, '·').replace(BESIDE_HAN, '').toLowerCase().includes(name.toLowerCase());
