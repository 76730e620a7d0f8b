import type { Language } from '../graphql/context.js';

interface Preference {
  readonly language: Language | null;
  readonly quality: number;
}

/**
 * The language that an Accept-Language header prefers of the two we speak; Chinese where it says nothing usable.
 * Equal weights go to the one named first.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function acceptedLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > 200) return 'zh';
  let best: Preference = { language: 'zh', quality: 0 };
  for (const range of header.split(',')) {
    const preference = preferenceOf(range);
    if (preference.language !== null && preference.quality > best.quality) best = preference;
  }
  return best.language ?? 'zh';
}

function preferenceOf(range: string): Preference {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const primary = tag.split('-', 1)[0];
  const language = primary === 'en' ? 'en' : primary === 'zh' || primary === '*' ? 'zh' : null;
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number.parseFloat(weight.slice(2));
  return { language, quality: Number.isFinite(quality) ? quality : 0 };
}
