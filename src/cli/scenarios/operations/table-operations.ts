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
type OccupationTariff = Tariff & { readonly occupation: { readonly code: string } };
const OCCUPATION_TARIFF = `query Row($on: Date, $occupation: String!) { occupation(code: $occupation, on: $on) { code } tariff(on: $on) { cells { ${CELL} } } }`;
const rowOf = ({ tariff, occupation }: OccupationTariff) => tariff.cells.filter((cell) => cell.occupation.code === occupation.code);
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
  tableRow: scenarioOperation<OccupationTariff>({
    query: OCCUPATION_TARIFF,
    variables: ({ occupation }, on) => ({ on, occupation }),
    answer: (data) => Object.fromEntries(rowOf(data).map(({ level, amount }) => [level, amount])),
  }),
  rateOf: scenarioOperation<OccupationTariff>({
    query: OCCUPATION_TARIFF,
    variables: ({ occupation }, on) => ({ on, occupation }),
    answer: (data, { level }) => ({ rateCnyPerHour: rowOf(data).find((cell) => cell.level === level)?.hourlyRate.value }),
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
