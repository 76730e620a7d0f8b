import { readQuoteKeys } from '../../../src/store/keys/quote-keys.js';
import { ed25519Pem } from '../workplace.js';

/** 27 senior trainees of big data, 160 hours at 25 yuan; 25 intermediate ones of AI, 80 hours at 20 yuan (附件5): 108000.00 and 40000.00. */
export const LINES = [
  { occupation: '大数据', level: 'SENIOR', headCount: 27 },
  { occupation: 'AI', level: 'INTERMEDIATE', headCount: 25 },
] as const;

/** What 大连理工大学 asks for itself, under the rate of 大连. */
export const QUESTION = { region: '大连', institution: '大连理工大学', lines: LINES };

/** The keys of an installation whose key is made of a byte, former ones behind it. */
export const quoteKeysOf = (...bytes: readonly number[]) =>
  readQuoteKeys({ quoteKey: bytes.map(ed25519Pem).join(''), isProduction: true, dataFolder: '/dev/null/no-folder' });
