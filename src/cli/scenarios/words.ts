/** The day that the worked examples call today: that of the present directory. */
export const PRESENT_DAY = '2026-11-22';

/** Scenario files have words of their own. This is the one table between them and the API's. */
const API_WORDS: Readonly<Record<string, string>> = {
  GOV: 'SUBSIDISED',
  SPECIAL: 'SPECIAL_ACCOUNT',
  EMPLOYMENT: 'EMPLOYMENT_SUBSIDY',
  EVALUATION: 'ASSESSMENT',
  'province data bureau': 'PROVINCE_DATA',
  'city data bureau': 'CITY_DATA',
};
const FILE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(API_WORDS).map(([file, api]) => [api, file]));

export const apiWord = (word: unknown): unknown => (typeof word === 'string' ? (API_WORDS[word] ?? word) : word);
export const fileWord = (word: string): string => FILE_WORDS[word] ?? word;

/** Yuan as the API takes them: a whole or short decimal text gets its two decimals; anything else goes through and is refused there. */
export function apiMoney(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const text = `${value}`;
  const [, whole, decimals = ''] = /^(-?\d+)(?:\.(\d{1,2}))?$/u.exec(text) ?? [];
  return whole === undefined ? text : `${whole}.${decimals.padEnd(2, '0')}`;
}

/** A text where a file may hold a number. */
export const apiText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);
