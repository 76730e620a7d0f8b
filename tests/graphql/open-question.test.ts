import type { Setting } from '../../src/policy/figure.js';
import { ask, deskOf, seeds } from './harness.js';

const LIST = 'query ($filter: OpenQuestionFilter) { openQuestions(filter: $filter) { code group status } }';
const list = async (filter: object | null = null) =>
  (await ask<{ openQuestions: readonly { code: string; group: string }[] }>(LIST, { filter })).openQuestions;

describe('openQuestions: what the notices leave open (our design, docs/decisions/0006-open-questions.md)', () => {
  test('ninety-four questions of the notices and two of our own, by number, none settled yet', async () => {
    const found = await list();
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 96 }, (_, index) => `Q${`${index + 1}`.padStart(2, '0')}`));
    expect(await list({ status: 'UNCONFIRMED' })).toEqual(found);
    expect(await list({ status: 'CONFIRMED' })).toEqual([]);
  });

  test.each([
    ['A', 'Q01', 7],
    ['B', 'Q08', 8],
    ['C', 'Q16', 11],
    ['D', 'Q27', 6],
    ['E', 'Q33', 12],
    ['F', 'Q45', 11],
    ['G', 'Q55', 8],
    ['H', 'Q62', 16],
    ['I', 'Q78', 14],
    ['J', 'Q92', 3],
  ])('group %s begins with %s and has %i', async (group, first, count) => {
    const found = await list({ group, status: 'UNCONFIRMED' });
    expect([found[0]?.code, found.length]).toEqual([first, count]);
  });

  test('a question shows its readings, the default and the one in force (Q33: the special account is drawn first)', async () => {
    const { openQuestion } = await ask<{ openQuestion: unknown }>(`{ openQuestion(code: "fund.split") { code key norms
      readings { code isDefault isInForce } defaultReading { code } readingInForce { code } citation { documentCode status } question { zh en } } }`);
    expect(openQuestion).toMatchObject({
      code: 'Q33',
      key: 'fund.split',
      norms: ['LN2023-36/4.1.14'],
      readings: expect.arrayContaining([
        { code: 'WATERFALL', isDefault: true, isInForce: true },
        { code: 'STRICT_BINARY', isDefault: false, isInForce: false },
      ]),
      defaultReading: { code: 'WATERFALL' },
      readingInForce: { code: 'WATERFALL' },
      citation: { documentCode: 'OPEN-QUESTIONS', status: 'UNCONFIRMED' },
    });
    expect(await ask('{ openQuestion(code: "Q33") { key } }')).toEqual({ openQuestion: { key: 'fund.split' } });
  });

  test('a reading holds for its days: from 2026-07-01 an invented reply takes the other one', async () => {
    const change = (setting: Setting): readonly Setting[] =>
      setting.key === 'fund.split'
        ? [
            { ...setting, citation: { ...setting.citation, validTo: '2026-06-30' } },
            {
              ...setting,
              reading: 'STRICT_BINARY',
              citation: { ...setting.citation, validFrom: '2026-07-01', documentCode: 'REPLY-TEST' },
            },
          ]
        : [setting];
    const desk = deskOf({ ...seeds, settings: seeds.settings.flatMap(change) });
    const inForce = async (on: string) =>
      (
        await ask<{ openQuestion: unknown }>(
          'query ($on: Date) { openQuestion(code: "Q33", on: $on) { defaultReading { code } readingInForce { code isDefault } citation { documentCode } } }',
          { on },
          desk,
        )
      ).openQuestion;
    const defaultReading = { code: 'WATERFALL' };
    expect(await inForce('2026-06-30')).toEqual({
      defaultReading,
      readingInForce: { code: 'WATERFALL', isDefault: true },
      citation: { documentCode: 'OPEN-QUESTIONS' },
    });
    expect(await inForce('2026-07-01')).toEqual({
      defaultReading,
      readingInForce: { code: 'STRICT_BINARY', isDefault: false },
      citation: { documentCode: 'REPLY-TEST' },
    });
  });

  test.each(['Q97', 'Q1', '', 'fund'])('%j is no open question', async (code) => {
    await expect(ask('query ($code: String!) { openQuestion(code: $code) { key } }', { code })).rejects.toMatchObject({
      code: 'UNKNOWN_OPEN_QUESTION',
      field: 'code',
    });
  });
});
