import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { IDENTITY_NUMBER } from './harness.js';

/** How often a leaf or a list is made hostile, in 8 of them. */
export type Hostility = 0 | 1;

const LEAVES = 8;

const cursor = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const OCCUPATIONS = ['BIG_DATA', '大数据', 'AI', 'IOT', 'INTEGRATED_CIRCUIT', 'DIGITAL_MANAGEMENT'];
const REGIONS = ['大连', 'LN-210100', '沈阳', 'LN-211400', '沈抚示范区'];
const ITEMS = ['R-3B', 'R-3D', 'R-3E', 'R-4B1', 'R-5C', 'R-6E', 'R-8B', 'R-10B', 'R-12D', 'R-13A', 'R-17C', 'R-UNSPEC'];

/** Texts that the service knows, by the name of the argument or field; every other text is any of them. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  occupation: OCCUPATIONS,
  certificateOccupation: OCCUPATIONS,
  region: REGIONS,
  organisingRegion: REGIONS,
  traineeRegion: REGIONS,
  institutionRegion: REGIONS,
  homeRegion: REGIONS,
  from: REGIONS,
  to: REGIONS,
  item: ITEMS,
  items: ITEMS,
  clause: ['6.4.3', 'LN2024-251/3.b', '3(二)'],
  question: ['Q08', 'Q10', 'Q12', 'Q13', 'Q33', 'Q35', 'Q41', 'Q46', 'Q62', 'Q63', 'Q68', 'amount.payableHours'],
  code: [...OCCUPATIONS.slice(0, 2), ...REGIONS.slice(0, 2), 'LN2023-36', 'LN2024-251', 'Q08'],
  documentCode: ['LN2023-36', 'LN2024-251'],
  institution: ['大连理工大学', 'TI-DUT'],
  assessmentBody: ['工业和信息化部教育与考试中心'],
  category: ['CAT1', 'CAT3', 'CAT6'],
  person: ['甲', '乙', '丙'],
  id: [cursor('Region:LN-210100'), cursor('Occupation:AI'), cursor('Region:constructor'), cursor('Nothing:1')],
  ids: [cursor('Region:LN-210100'), cursor('Measure:LN2023-36'), cursor('__proto__:x')],
  after: [cursor('TrainingInstitutionCursor:TI-DUT'), cursor('AssessmentBodyCursor:A')],
  before: [cursor('TrainingInstitutionCursor:TI-DUT'), cursor('AssessmentBodyCursor:Z')],
  hash: ['0'.repeat(64)],
  canonical: ['{}', '[', `{"rule":"subsidyEstimate@1"}`],
};

/** Few days and instants, because each new one costs a rule book. */
const VALID: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Boolean: fc.boolean(),
  Int: fc.oneof(fc.constantFrom(1, 2, 3, 5, 10, 100, 2023, 2024, 2026, 1_000_000), fc.integer({ min: -2, max: 5000 })),
  MoneyCNY: fc.oneof(
    fc.constantFrom('0.00', '0.01', '1280.00', '63140.00', '9999999999.99', '-0.01'),
    fc.nat(99_999_999).map((fen) => `${Math.floor(fen / 100)}.${`${fen % 100}`.padStart(2, '0')}`),
  ),
  Hours: fc.constantFrom('0', '1', '40', '127.5', '127.999999', '128', '0.000001', '999999.999999'),
  Decimal: fc.constantFrom('0', '1.005', '-2.5', '0.1', '0.2', '33.333333', '-0.001', '99999999.99', '7'),
  Date: fc.constantFrom('2026-11-22', '2024-07-05', '2023-12-29', '2000-01-01', '0001-01-01', '9999-12-31'),
  DateTime: fc.constantFrom('2026-11-22T04:00:00Z', '2025-01-01T00:00:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'),
};

const TEXTS: readonly unknown[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'a\u0000b',
  '\u202eabc',
  '\ud800',
  `${'a'.repeat(39)}💰`,
  '２０２６',
  IDENTITY_NUMBER,
  `姓名${IDENTITY_NUMBER.slice(0, 17)}X`,
  'x'.repeat(10_000),
  `${' '.repeat(5_000)}x`,
  "'; DROP TABLE figure; --",
  '<script>',
];
const NUMBERS: readonly unknown[] = [0, -1, 1.5, 1e9, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308, -0, 210102199001011234n.toString(), true];
const FORMS: readonly unknown[] = [
  '1e3',
  ' 128',
  '128 ',
  '128\n',
  '１２８',
  '128h',
  'NaN',
  'Infinity',
  '-',
  '+1',
  '.5',
  '1.',
  '1,280.00',
  '0x10',
  '9'.repeat(30),
  `9.${'9'.repeat(41)}`,
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '2026-11-22T24:00:00Z',
  '2026-11-22T00:00:00+08:00',
];
const SHAPES: readonly unknown[] = [null, [], {}, [null], [[[]]], { a: { b: {} } }, 12, '12', false];
const anything = fc.constantFrom<unknown>(...TEXTS, ...NUMBERS, ...FORMS, ...SHAPES);

/** What an attacker would put in the place of a leaf: mostly of the right JSON type, so that it gets past the first door. */
function hostileFor(typeName: string): fc.Arbitrary<unknown> {
  const likely = typeName === 'String' || typeName === 'ID' ? TEXTS : typeName === 'Int' ? NUMBERS : FORMS;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: anything });
}

const KEYS = ['bogus', '__proto__', 'constructor', 'toString', `x${IDENTITY_NUMBER}`];

const sometimes = (value: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>, hostility: Hostility): fc.Arbitrary<unknown> =>
  hostility === 0 ? value : fc.oneof({ weight: LEAVES - 1, arbitrary: value }, { weight: 1, arbitrary: other });

/** Values for one argument or input field: as its type and name want them, and with `hostility` some that nobody wants. */
export function valueOf(type: GraphQLInputType, name: string, hostility: Hostility): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, name, hostility);
  if (isListType(type)) {
    const item = valueOf(type.ofType as GraphQLInputType, name, hostility);
    const odd = fc.oneof(
      fc.constant([]),
      item,
      item.map((one) => [one, one]),
      item.map((one) => Array.from({ length: 1_001 }, () => one)),
    );
    return sometimes(fc.array(item, { minLength: 1, maxLength: 4 }), odd, hostility);
  }
  if (isInputObjectType(type)) {
    const object = recordOf(Object.values(type.getFields()), hostility);
    const odd = fc.tuple(object, fc.constantFrom(...KEYS), anything).map(([value, key, content]) => ({ ...value, [key]: content }));
    return sometimes(object, fc.oneof(odd, anything), hostility);
  }
  const valid = isEnumType(type) ? fc.constantFrom(...type.getValues().map((value) => value.name)) : (VALID[type.name] ?? known(name));
  return sometimes(valid, hostileFor(type.name), hostility);
}

const known = (name: string): fc.Arbitrary<unknown> => fc.constantFrom(...(KNOWN[name] ?? Object.values(KNOWN).flat()));

/** A record of arguments or input fields; those that may be left out are, half of the time. */
export function recordOf(
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
  hostility: Hostility,
): fc.Arbitrary<Record<string, unknown>> {
  const required = parts.filter((part) => isNonNullType(part.type)).map((part) => part.name);
  return fc.record(Object.fromEntries(parts.map((part) => [part.name, valueOf(part.type, part.name, hostility)])), {
    requiredKeys: required,
  });
}
