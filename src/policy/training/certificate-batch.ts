import { refuseCertificate } from '../refusals/certificates.js';
import type { Refusal } from '../refusals/refusal.js';
import { numberKey } from './certificate-number.js';

/** What two lines of one batch may not have in common. */
interface BatchLine {
  readonly enrolmentId: string;
  readonly number: string;
}

/**
 * The lines of a batch that name an enrolment or a number which an earlier line has.
 * Source: 辽人社发〔2023〕36号, 附件3
 */
export const repeatedLines = (lines: readonly BatchLine[]): readonly Refusal[] => [
  ...repeats(lines.map(({ enrolmentId }) => enrolmentId)).map((index) =>
    refuseCertificate('CERTIFICATE_EXISTS', `lines[${index}].enrolmentId`),
  ),
  ...repeats(lines.map(({ number }) => numberKey(number))).map((index) => refuseCertificate('NUMBER_TAKEN', `lines[${index}].number`)),
];

const repeats = (keys: readonly string[]): readonly number[] => {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
};
