import fc from 'fast-check';
import { subsidyEstimate } from '../../src/policy/subsidy-estimate.js';
import { CELLS } from './annexes.js';
import { ask, deskOf, failureOf, fenOf, runs, sumFen, underReading } from './harness.js';

const LINES = [
  { occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 20 },
  { occupation: '人工智能', level: 'INTERMEDIATE', headCount: 25 },
  { occupation: 'CLOUD_COMPUTING', level: 'SENIOR', headCount: 2 },
] as const;

describe('the subsidy estimate (辽人社发〔2023〕36号, 四(一)2, 附件1, 附件5, 附件6)', () => {
  it('20 x 1280 + 25 x 1600; cloud computing has nobody listed: 2 x 4800 by the tariff alone', () => {
    const estimate = ask(subsidyEstimate, { lines: LINES });
    expect(estimate).toMatchObject({ amount: '65600.00', amountIfCleared: '65600.00', referenceAmount: '75200.00', trainees: 47 });
    expect(
      estimate.lines.map((line) => [
        line.occupation,
        line.status,
        line.amountPerTrainee,
        line.amount,
        line.amountIfCleared,
        line.referenceAmount,
      ]),
    ).toEqual([
      ['BIG_DATA', 'PAYABLE', '1280.00', '25600.00', '25600.00', '25600.00'],
      ['AI', 'PAYABLE', '1600.00', '40000.00', '40000.00', '40000.00'],
      ['CLOUD_COMPUTING', 'NOT_PAYABLE', '4800.00', '0.00', null, '9600.00'],
    ]);
    expect(estimate.reasons).toEqual(['NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
    expect(estimate.notices).toEqual(['CATEGORY_LIST_UNCONFIRMED']);
  });

  it.each([
    [{ institution: '东北大学' }, {}, 'NOT_PAYABLE', ['INSTITUTION_NOT_LISTED_FOR_OCCUPATION']],
    [{ institution: 'TI-DUT' }, {}, 'PAYABLE', []],
    [{}, { deliveredHours: '127.9999' }, 'NOT_PAYABLE', ['HOURS_BELOW_REQUIREMENT']],
    [{}, { deliveredHours: '128' }, 'PAYABLE', []],
    [{}, { onlineHours: '64' }, 'PAYABLE', []],
    [{}, { onlineHours: '64.0001' }, 'HOLD', ['HOLD_ONLINE_SHARE']],
    [{}, { deliveredHours: '140', onlineHours: '70' }, 'PAYABLE', []],
    [{}, { isRecorded: false, onlineHours: '100' }, 'HOLD', ['HOLD_ONLINE_SHARE', 'HOLD_RECORDING_MISSING']],
    [
      { institution: '东北大学' },
      { deliveredHours: '1', isRecorded: false },
      'NOT_PAYABLE',
      ['INSTITUTION_NOT_LISTED_FOR_OCCUPATION', 'HOURS_BELOW_REQUIREMENT'],
    ],
  ])('big data, junior with %j %j: %s', (asked, line, status, reasons) => {
    const estimate = ask(subsidyEstimate, { ...asked, lines: [{ ...LINES[0], ...line }] });
    expect([estimate.lines[0]?.status, estimate.lines[0]?.reasons]).toEqual([status, reasons]);
    expect(estimate.amount).toBe(status === 'PAYABLE' ? '25600.00' : '0.00');
    expect(estimate.amountIfCleared).toBe(status === 'NOT_PAYABLE' ? '0.00' : '25600.00');
  });

  it('Q08 pays pro rata under MIN_CERTIFIED_REQUIRED: 20 x 100 x 10', () => {
    const rules = deskOf(underReading('amount.payableHours', 'MIN_CERTIFIED_REQUIRED'));
    expect(ask(subsidyEstimate, { lines: [{ ...LINES[0], deliveredHours: '100' }] }, rules).amount).toBe('20000.00');
  });

  it.each([
    ['the same line twice', LINES[0], LINES[0]],
    ['the same occupation by code and by name', LINES[0], { ...LINES[0], occupation: '大数据', headCount: 5 }],
    ['the same hours written differently', { ...LINES[0], deliveredHours: '128' }, { ...LINES[0], deliveredHours: '128.0' }],
  ])('refuses %s', (_title, first, second) => {
    const failure = failureOf(() => ask(subsidyEstimate, { lines: [first, second] }));
    expect([failure.code, failure.field]).toEqual(['DUPLICATE_LINE', 'lines[1]']);
  });

  it.each([
    ['no line', { lines: [] }, 'lines'],
    ['201 lines', { lines: Array.from({ length: 201 }, () => LINES[0]) }, 'lines'],
    ['nobody', { lines: [{ ...LINES[0], headCount: 0 }] }, 'lines[0].headCount'],
    ['half a head', { lines: [{ ...LINES[0], headCount: 1.5 }] }, 'lines[0].headCount'],
    ['a negative head count', { lines: [{ ...LINES[0], headCount: -1 }] }, 'lines[0].headCount'],
    ['a thousand million heads', { lines: [{ ...LINES[0], headCount: 10 ** 9 }] }, 'lines[0].headCount'],
    ['hours with junk', { lines: [{ ...LINES[0], deliveredHours: '128h' }] }, 'lines[0].deliveredHours'],
    ['more online than delivered hours', { lines: [{ ...LINES[0], deliveredHours: '128', onlineHours: '128.5' }] }, 'lines[0].onlineHours'],
    ['a day that does not exist', { on: '2026-02-29', lines: [LINES[0]] }, 'on'],
    ['a name of a megabyte', { lines: [{ ...LINES[0], occupation: 'x'.repeat(1_000_000) }] }, 'lines[0].occupation'],
  ])('refuses %s, naming the field, in few words', (_title, question, field) => {
    const failure = failureOf(() => ask(subsidyEstimate, question));
    expect([failure.code, failure.field]).toEqual(['BAD_USER_INPUT', field]);
    expect(failure.text.zh.length + failure.text.en.length).toBeLessThan(600);
  });

  it('is the whole of its lines', () => {
    const lines = fc.uniqueArray(fc.tuple(fc.constantFrom(...CELLS), fc.integer({ min: 1, max: 1_000_000 })), {
      minLength: 1,
      maxLength: 30,
      selector: ([cell]) => cell,
    });
    fc.assert(
      fc.property(lines, (list) => {
        const estimate = ask(subsidyEstimate, {
          lines: list.map(([{ occupation, level }, headCount]) => ({ occupation, level, headCount })),
        });
        expect(fenOf(estimate.referenceAmount)).toBe(list.reduce((sum, [{ amount }, heads]) => sum + fenOf(amount) * BigInt(heads), 0n));
        expect(fenOf(estimate.amount)).toBe(sumFen(estimate.lines.map(({ amount }) => amount)));
        expect(fenOf(estimate.amountIfCleared)).toBe(sumFen(estimate.lines.map(({ amountIfCleared }) => amountIfCleared ?? '0.00')));
      }),
      runs(60, 3_000),
    );
  });
});
