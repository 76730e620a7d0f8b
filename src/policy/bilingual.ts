/** A text for people, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Pairs a Chinese text with its English rendering. */
export const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });
