import { ask } from './harness.js';

describe('calendarYears: what is known of working days', () => {
  test('four years with their notices, whatever the day asked', async () => {
    const query = '{ calendarYears(on: "2001-01-01") { year documentNumber notice { code issuer { zh } } } }';
    expect(await ask(query)).toEqual({
      calendarYears: [
        ['2023', '国办发明电〔2022〕16号'],
        ['2024', '国办发明电〔2023〕7号'],
        ['2025', '国办发明电〔2024〕12号'],
        ['2026', '国办发明电〔2025〕7号'],
      ].map(([year, documentNumber]) => ({
        year: Number(year),
        documentNumber,
        notice: { code: `CN-HOLIDAYS-${year}`, issuer: { zh: '国务院办公厅' } },
      })),
    });
  });

  test('the days of one year', async () => {
    const { calendarYears } = await ask<{ calendarYears: readonly { daysOff: string[]; makeUpWorkdays: string[] }[] }>(
      '{ calendarYears { daysOff makeUpWorkdays citation { status } } }',
    );
    expect(calendarYears[2]).toMatchObject({
      makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
      citation: { status: 'PRINTED' },
    });
    expect(calendarYears[2]?.daysOff.filter((day) => day.startsWith('2025-06'))).toEqual(['2025-06-01', '2025-06-02']);
  });

  test('as known before the notice of 2026 there are three', async () => {
    expect(await ask('{ calendarYears(knownAt: "2025-11-03T00:00:00Z") { year } }')).toEqual({
      calendarYears: [{ year: 2023 }, { year: 2024 }, { year: 2025 }],
    });
  });

  test('a holiday notice is found by its code, and is not among the notices of the programme', async () => {
    expect(await ask('{ measure(code: "CN-HOLIDAYS-2026") { documentNumber normCount } }')).toEqual({
      measure: { documentNumber: '国办发明电〔2025〕7号', normCount: 7 },
    });
    const { measures } = await ask<{ measures: readonly { code: string }[] }>('{ measures { code } }');
    expect(measures).toHaveLength(5);
  });
});

describe('workingDays and deadline', () => {
  const count =
    'query ($input: WorkingDaysInput!) { workingDays(input: $input) { lastDay basis years explanation { citations { documentNumber } } receipt { hash } } }';

  test('a notice of five working days over National Day 2024, with the notice it was counted by', async () => {
    expect(await ask(count, { input: { from: '2024-09-30', days: 5 } })).toMatchObject({
      workingDays: {
        lastDay: '2024-10-12',
        basis: 'RECORDED',
        years: [2024],
        explanation: { citations: [{ documentNumber: '国办发明电〔2023〕7号' }] },
        receipt: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  test('days given with the question', async () => {
    expect(await ask(count, { input: { from: '2025-06-09', days: 5, daysOff: [], makeUpWorkdays: [] } })).toMatchObject({
      workingDays: { lastDay: '2025-06-16', basis: 'GIVEN' },
    });
  });

  test('an unknown year is refused by its code', async () => {
    await expect(ask(count, { input: { from: '2026-12-28', days: 4 } })).rejects.toMatchObject({
      code: 'CALENDAR_YEAR_UNKNOWN',
      facts: { year: 2027 },
    });
  });

  test('a term and a filing', async () => {
    const query = 'query ($input: DeadlineInput!) { deadline(input: $input) { lastDay firstDayAfter filings } }';
    expect(await ask(query, { input: { code: 'D-TB-BAN', from: '2026-03-10' } })).toEqual({
      deadline: { lastDay: '2028-03-10', firstDayAfter: '2028-03-11', filings: [] },
    });
    expect(await ask(query, { input: { code: 'D-TB-CHANGE', from: '2026-01-31' } })).toEqual({
      deadline: { lastDay: '2026-02-28', firstDayAfter: '2026-03-01', filings: ['PROVINCE_DATA', 'CITY_DATA'] },
    });
  });
});
