/** A document's number in one written form: full-width characters made plain, blanks left out. */
export const writtenDocument = (documentNumber: string): string => documentNumber.normalize('NFKC').replace(/\s+/gu, '');
