import { type Bilingual, bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import { checkedIdentityNumber, invalidNumber } from './identity-number.js';
import { readingOf } from './readings.js';
import type { RuleBook } from './rule-book.js';

/** The identity documents that a trainee may be registered with. */
export const IDENTITY_DOCUMENT_TYPES = [
  'RESIDENT_CARD',
  'HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT',
  'FOREIGN_PERMANENT_RESIDENCE_PERMIT',
  'PASSPORT',
  'OTHER',
] as const;

export type IdentityDocumentType = (typeof IDENTITY_DOCUMENT_TYPES)[number];

/** What is meant where a list names no type. */
export const DEFAULT_IDENTITY_DOCUMENT_TYPE: IdentityDocumentType = 'RESIDENT_CARD';

/** A document by its type and number. */
export interface IdentityDocument {
  readonly type: IdentityDocumentType;
  readonly number: string;
}

type NumberCheck = (text: string, field: string, today: string) => string;

interface Description {
  readonly name: Bilingual;
  readonly checked: NumberCheck;
}

/** A number that only has a form, told in the two texts, and no check character. */
const ofForm =
  (form: RegExp, zh: string, en: string): NumberCheck =>
  (text, field) => {
    const number = text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    if (form.test(number)) return number;
    const found = bilingual(
      `${field}：应为${zh}；收到的 ${text.length} 个字符不合此形式。请对照证件更正。`,
      `${field}: expected ${en}; the ${text.length} characters found have another form. Correct it after the document.`,
    );
    throw invalidNumber('SHAPE', found, field);
  };

const oldForeignPermit = ofForm(
  /^[A-Z]{3}\d{12}$/,
  '外国人永久居留身份证号码：以 9 开头的 18 位，或 3 个字母加 12 位数字',
  'the number of a permanent residence permit: 18 characters that begin with 9, or 3 letters and 12 digits',
);

const DESCRIPTIONS: Readonly<Record<IdentityDocumentType, Description>> = {
  RESIDENT_CARD: { name: bilingual('居民身份证', 'Resident identity card'), checked: checkedIdentityNumber },
  HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT: {
    name: bilingual('港澳台居民居住证', 'Residence permit for residents of Hong Kong, Macao and Taiwan'),
    checked: checkedIdentityNumber,
  },
  FOREIGN_PERMANENT_RESIDENCE_PERMIT: {
    name: bilingual('外国人永久居留身份证', 'Permanent residence permit for foreigners'),
    checked: (text, field, today) => (/^9.{17}$/.test(text) ? checkedIdentityNumber : oldForeignPermit)(text, field, today),
  },
  PASSPORT: {
    name: bilingual('护照', 'Passport'),
    checked: ofForm(/^[A-Z0-9]{5,15}$/, '护照号码：5 至 15 位字母或数字', 'a passport number of 5 to 15 letters and digits'),
  },
  OTHER: {
    name: bilingual('其他证件', 'Another document'),
    checked: ofForm(
      /^[A-Z0-9\p{Script=Han}()/-]{4,40}$/u,
      '证件号码：4 至 40 个汉字、半角字母、数字或 ( ) / -',
      'a number of 4 to 40 letters, digits, Chinese characters or ( ) / -',
    ),
  },
};

/** What a type of document is called. Source: our design, docs/decisions/0012-identities.md */
export const identityDocumentName = (type: IdentityDocumentType): Bilingual => DESCRIPTIONS[type].name;

/**
 * The document with its number in its one written form. Throws IDENTITY_DOCUMENT_NOT_ACCEPTED where the reading in force of
 * `eligibility.identityDocuments` allows the resident card only, and IDENTITY_NUMBER_INVALID; neither repeats the number.
 * Source: 辽人社发〔2023〕36号, 附件4 (证件类别); Q07, docs/decisions/0012-identities.md
 */
export function checkedIdentityDocument(book: RuleBook, document: IdentityDocument, field: string, today: string): IdentityDocument {
  const { type, number } = document;
  if (type !== 'RESIDENT_CARD' && readingOf(book, 'eligibility.identityDocuments') === 'RESIDENT_CARD_ONLY') {
    throw new Failure('IDENTITY_DOCUMENT_NOT_ACCEPTED', notAcceptedText(field, type), field, { type });
  }
  return { type, number: DESCRIPTIONS[type].checked(number, field, today) };
}

const notAcceptedText = (field: string, type: IdentityDocumentType): Bilingual => {
  const { zh, en } = identityDocumentName(type);
  return bilingual(
    `${field}：现行的理解（Q07）只接受居民身份证；收到的是${zh}。请改用居民身份证，或由省人社部门确认其他理解。`,
    `${field}: the reading in force (Q07) accepts the resident identity card only; found: ${en}. Use the resident card, or have the province confirm another reading.`,
  );
};
