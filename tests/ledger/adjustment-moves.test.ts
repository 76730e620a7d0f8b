import { adjustmentMoves, type PoolChange } from '../../src/ledger/adjustment-moves.js';

const change = (regionCode: string, places: number): PoolChange => ({ regionCode, places: BigInt(places) });
const shown = (changes: readonly PoolChange[]) =>
  adjustmentMoves(2026, changes).map(({ fromRegion, toRegion, places }) => [fromRegion, toRegion, Number(places)]);

describe('the moves of an adjustment (辽人社发〔2023〕36号, 附件7)', () => {
  test.each<[string, PoolChange[], unknown[]]>([
    ['one gives, one takes', [change('A', -20), change('B', 20)], [['A', 'B', 20]]],
    [
      'one gives to two',
      [change('A', -20), change('B', 5), change('C', 15)],
      [
        ['A', 'B', 5],
        ['A', 'C', 15],
      ],
    ],
    [
      'two give to one',
      [change('A', 20), change('B', -5), change('C', -15)],
      [
        ['B', 'A', 5],
        ['C', 'A', 15],
      ],
    ],
    [
      'the rest comes from the province',
      [change('A', 20), change('B', -5)],
      [
        ['B', 'A', 5],
        [null, 'A', 15],
      ],
    ],
    [
      'the rest goes back to the province',
      [change('A', 5), change('B', -20)],
      [
        ['B', 'A', 5],
        ['B', null, 15],
      ],
    ],
    ['the province alone gives', [change('A', 7)], [[null, 'A', 7]]],
    ['the province alone takes', [change('A', -7)], [['A', null, 7]]],
  ])('%s', (_title, changes, moves) => {
    expect(shown(changes)).toEqual(moves);
  });
});
