import { scenarioOperation } from '../scenario-operation.js';

interface Cell {
  readonly occupation: { readonly code: string };
  readonly level: string;
  readonly amount: string;
  readonly hourlyRate: { readonly value: string };
}

interface Range {
  readonly lowest: Cell;
  readonly lowestCount: number;
  readonly highest: Cell;
  readonly highestCount: number;
}

interface Tariff {
  readonly tariff: {
    readonly cells: readonly Cell[];
    readonly sums: readonly { readonly level: string | null; readonly hours: string; readonly amount: string }[];
    readonly range: Range;
    readonly payableRange: Range | null;
    readonly average: { readonly exactFraction: string; readonly display: string };
  };
}

const CELL = 'occupation { code } level amount hourlyRate { value }';
const RANGE = `lowest { ${CELL} } lowestCount highest { ${CELL} } highestCount`;
const tariffQuery = (fields: string) => `query Tariff($on: Date) { tariff(on: $on) { ${fields} } }`;
const onDay = (_input: unknown, on: string) => ({ on });

const rangeWords = (range: Range | null) =>
  range === null
    ? { min: null, max: null }
    : {
        min: range.lowest.amount,
        minOf: [range.lowest.occupation.code, range.lowest.level],
        minCount: range.lowestCount,
        max: range.highest.amount,
        maxOf: [range.highest.occupation.code, range.highest.level],
        maxCount: range.highestCount,
      };

/** The operations on the table of Annex 5. */
export const TABLE_OPERATIONS = {
  tableRow: scenarioOperation<Tariff>({
    query: tariffQuery(`cells { ${CELL} }`),
    variables: onDay,
    answer: ({ tariff }, { occupation }) => {
      const row = tariff.cells.filter((cell) => cell.occupation.code === occupation);
      return row.length === 0 ? { error: 'UNKNOWN_OCCUPATION' } : Object.fromEntries(row.map(({ level, amount }) => [level, amount]));
    },
  }),
  rateOf: scenarioOperation<Tariff>({
    query: tariffQuery(`cells { ${CELL} }`),
    variables: onDay,
    answer: ({ tariff }, { occupation, level }) => {
      const cell = tariff.cells.find((one) => one.occupation.code === occupation && one.level === level);
      return cell === undefined ? { error: 'UNKNOWN_OCCUPATION' } : { rateCnyPerHour: cell.hourlyRate.value };
    },
  }),
  tableSums: scenarioOperation<Tariff>({
    query: tariffQuery('sums { level hours amount }'),
    variables: onDay,
    answer: ({ tariff }) => ({
      hours: Object.fromEntries(tariff.sums.map(({ level, hours }) => [level ?? 'ALL', Number(hours)])),
      amounts: Object.fromEntries(tariff.sums.map(({ level, amount }) => [level ?? 'ALL', amount])),
    }),
  }),
  tableMinMax: scenarioOperation<Tariff>({
    query: tariffQuery(`range { ${RANGE} }`),
    variables: onDay,
    answer: ({ tariff }) => rangeWords(tariff.range),
  }),
  tableMinMaxPayable: scenarioOperation<Tariff>({
    query: tariffQuery(`payableRange { ${RANGE} }`),
    variables: onDay,
    answer: ({ tariff }) => rangeWords(tariff.payableRange),
  }),
  average: scenarioOperation<Tariff>({
    query: tariffQuery('average { exactFraction display }'),
    variables: onDay,
    answer: ({ tariff }) => ({ ...tariff.average }),
  }),
};
