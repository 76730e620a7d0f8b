import { distinctPersons } from '../../src/policy/distinct-persons.js';
import { ask, deskOf, underReading } from './harness.js';

describe('distinct persons per year (附件7, Q47)', () => {
  const records = [
    { person: 'A', year: 2025 },
    { person: 'A', year: 2025 },
    { person: 'B', year: 2025 },
    { person: 'A', year: 2024 },
  ];
  it.each([
    [
      'DISTINCT_PERSONS',
      [
        { year: 2024, persons: 1 },
        { year: 2025, persons: 2 },
      ],
    ],
    [
      'CERTIFICATES',
      [
        { year: 2024, persons: 1 },
        { year: 2025, persons: 3 },
      ],
    ],
  ])('counts %s per year', (reading, years) => {
    expect(ask(distinctPersons, { region: '沈阳', records }, deskOf(underReading('quota.unit', reading))).years).toEqual(years);
  });

  it('counts nobody in no records', () => {
    expect(ask(distinctPersons, { region: '沈阳', records: [] }).years).toEqual([]);
  });
});
