import fc from 'fast-check';

/** The table of GB 11643-1999: the weight of each of the first 17 digits, and the check character by the remainder of their sum. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const BY_REMAINDER = '10X98765432';

/** A number with the check character that the standard's table gives; it belongs to nobody. */
export const numberOf = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${BY_REMAINDER[sum % 11]}`;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Any number whose birth date exists; no month here has fewer than 28 days. */
export const anyNumber: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 110_000, max: 829_999 }),
    fc.integer({ min: 1900, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, year, month, day, order]) =>
    numberOf(`${place}${year}${twoDigits(month)}${twoDigits(day)}${String(order).padStart(3, '0')}`),
  );
