const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

/**
 * Whether the holder of an account is the institution itself: the same name, full-width characters and blanks aside.
 * Source: 辽人社发〔2023〕36号, 四(一)2 (直补培训机构)
 */
export const isHolder = (holder: string, institutionName: string): boolean => plain(holder) === plain(institutionName);
