import {
  checkedIdentityDocument,
  DEFAULT_IDENTITY_DOCUMENT_TYPE,
  IDENTITY_DOCUMENT_TYPES,
  identityDocumentName,
  type IdentityDocumentType,
} from '../../src/policy/identity-document.js';
import { book, bookOf, failureOf, TODAY, underReading } from './harness.js';
import { numberOf } from './identity-numbers.js';

const residentOnly = bookOf(underReading('eligibility.identityDocuments', 'RESIDENT_CARD_ONLY'));
const checked = (type: IdentityDocumentType, number: string, rules = book) =>
  checkedIdentityDocument(rules, { type, number }, 'document', TODAY).number;

const RESIDENT = numberOf('21010219990307123');
const TAIWAN = numberOf('83000019920130002');
const FOREIGNER = numberOf('92103619880101001');

describe('identity documents (辽人社发〔2023〕36号 附件4 证件类别, Q07)', () => {
  it('are five types, each with its name in both languages; the resident card is meant where none is named', () => {
    expect(IDENTITY_DOCUMENT_TYPES).toEqual([
      'RESIDENT_CARD',
      'HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT',
      'FOREIGN_PERMANENT_RESIDENCE_PERMIT',
      'PASSPORT',
      'OTHER',
    ]);
    expect(DEFAULT_IDENTITY_DOCUMENT_TYPE).toBe('RESIDENT_CARD');
    expect(IDENTITY_DOCUMENT_TYPES.map((type) => identityDocumentName(type).zh)).toEqual([
      '居民身份证',
      '港澳台居民居住证',
      '外国人永久居留身份证',
      '护照',
      '其他证件',
    ]);
  });

  it.each([
    ['RESIDENT_CARD', RESIDENT, RESIDENT],
    ['HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT', TAIWAN, TAIWAN],
    ['FOREIGN_PERMANENT_RESIDENCE_PERMIT', FOREIGNER, FOREIGNER],
    ['FOREIGN_PERMANENT_RESIDENCE_PERMIT', 'usa310088010112', 'USA310088010112'],
    ['PASSPORT', 'e12345678', 'E12345678'],
    ['OTHER', '南字第01234567号', '南字第01234567号'],
    ['OTHER', 'ab-12(3)', 'AB-12(3)'],
  ] as const)('%s takes %s', (type, number, written) => {
    expect(checked(type, number)).toBe(written);
  });

  it.each([
    ['RESIDENT_CARD', 'E12345678'],
    ['HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT', 'H12345678'],
    ['FOREIGN_PERMANENT_RESIDENCE_PERMIT', RESIDENT],
    ['FOREIGN_PERMANENT_RESIDENCE_PERMIT', `${FOREIGNER.slice(0, 17)}${FOREIGNER.endsWith('1') ? '2' : '1'}`],
    ['FOREIGN_PERMANENT_RESIDENCE_PERMIT', 'US3100880101120'],
    ['PASSPORT', RESIDENT],
    ['PASSPORT', 'E1234 5678'],
    ['PASSPORT', 'Ｅ12345678'],
    ['PASSPORT', 'E123'],
    ['OTHER', '南字第 0123 号'],
    ['OTHER', '１２３４５６'],
    ['OTHER', '123'],
    ['OTHER', '1'.repeat(41)],
  ] as const)('%s does not take %s, and does not repeat it', (type, number) => {
    const failure = failureOf(() => checked(type, number));
    expect([failure.code, failure.field]).toEqual(['IDENTITY_NUMBER_INVALID', 'document']);
    expect(JSON.stringify([failure.message, failure.text, failure.facts])).not.toContain(number);
    expect(failure.text.zh).toMatch(/请对照证件更正。$/);
  });

  it('one reading of Q07 takes every type, the other the resident card only', () => {
    expect(checked('PASSPORT', 'E12345678')).toBe('E12345678');
    expect(checked('RESIDENT_CARD', RESIDENT, residentOnly)).toBe(RESIDENT);
    const failure = failureOf(() => checked('PASSPORT', 'E12345678', residentOnly));
    expect([failure.code, failure.field, failure.facts]).toEqual(['IDENTITY_DOCUMENT_NOT_ACCEPTED', 'document', { type: 'PASSPORT' }]);
    expect(failure.text.en).not.toContain('E12345678');
    expect(failure.text.zh).toContain('居民身份证');
  });
});
