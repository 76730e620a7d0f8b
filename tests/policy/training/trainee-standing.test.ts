import { traineeStanding } from '../../../src/policy/training/trainee-standing.js';
import { book, bookOf, underReading } from '../harness.js';

const ENROLLED = { fundingMode: 'SUBSIDISED', status: 'ENROLLED', realNameNumber: null } as const;
const warns = bookOf(underReading('evidence.realName', 'WARN'));

describe('what is missing of a trainee on a roster (辽人社发〔2023〕36号, 六(一), 四(一)2; Q23, Q01)', () => {
  it.each([
    ['not in the real-name register', book, ENROLLED, ['REALNAME_MISSING'], ['CATEGORY_LIST_UNCONFIRMED']],
    [
      'certified, still not in the register',
      book,
      { ...ENROLLED, status: 'CERTIFIED' },
      ['REALNAME_MISSING'],
      ['CATEGORY_LIST_UNCONFIRMED'],
    ],
    ['in the register', book, { ...ENROLLED, realNameNumber: 'SM-1' }, [], ['CATEGORY_LIST_UNCONFIRMED']],
    ['Q23: a warning only', warns, ENROLLED, [], ['REALNAME_MISSING', 'CATEGORY_LIST_UNCONFIRMED']],
    ['market training', book, { ...ENROLLED, fundingMode: 'MARKET' as const }, [], ['REALNAME_MISSING']],
    ['withdrawn', book, { ...ENROLLED, status: 'WITHDRAWN' }, [], []],
    ['transferred', book, { ...ENROLLED, status: 'TRANSFERRED' }, [], []],
  ])('%s', (_title, rules, facts, obstacles, notices) => {
    expect(traineeStanding(rules, facts)).toEqual({ obstacles, notices });
  });
});
