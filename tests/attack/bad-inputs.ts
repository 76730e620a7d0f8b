import { IDENTITY_NUMBER } from './harness.js';

/** A bad input, what is to be answered and where the fault lies. */
export interface BadInput {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly code: string;
  /** How `extensions.field` ends; null where no field is at fault. */
  readonly field: string | null;
}

const ESTIMATE =
  'query ($input: SubsidyEstimateInput!, $knownAt: DateTime) { subsidyEstimate(input: $input, knownAt: $knownAt) { amount } }';
const LINE = { occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 10 };

const whole = (title: string, input: Readonly<Record<string, unknown>>, code: string, field: string): BadInput => ({
  title,
  query: ESTIMATE,
  variables: { input: { on: '2026-11-22', lines: [LINE], ...input } },
  code,
  field,
});

const line = (title: string, change: Readonly<Record<string, unknown>>, code: string, field: string): BadInput =>
  whole(title, { lines: [{ ...LINE, ...change }] }, code, field === '' ? 'lines[0]' : `lines[0].${field}`);

const bad = 'BAD_USER_INPUT';

const UNKNOWN_CODES: readonly BadInput[] = [
  line('an unknown occupation', { occupation: 'ALCHEMY' }, 'UNKNOWN_OCCUPATION', 'occupation'),
  line('an occupation that is a key of every object', { occupation: '__proto__' }, 'UNKNOWN_OCCUPATION', 'occupation'),
  line('an occupation that is a method of every object', { occupation: 'constructor' }, 'UNKNOWN_OCCUPATION', 'occupation'),
  line('an empty occupation', { occupation: '' }, bad, 'occupation'),
  line('a level that is not one of three', { level: 'EXPERT' }, bad, 'level'),
  whole('an unknown region', { region: '北京' }, 'UNKNOWN_REGION', 'region'),
  {
    title: 'an unknown reward item',
    query: '{ rewardEstimate(input: { item: "toString" }) { status } }',
    code: 'UNKNOWN_REWARD_ITEM',
    field: 'item',
  },
  { title: 'an unknown open question', query: '{ openQuestion(code: "Q999") { code } }', code: 'UNKNOWN_OPEN_QUESTION', field: 'code' },
  { title: 'an unknown document', query: '{ measure(code: "LN1949-1") { code } }', code: bad, field: 'code' },
];

const DAYS: readonly BadInput[] = [
  whole('a day before the notice', { on: '2023-06-01' }, 'RULE_NOT_IN_FORCE', 'on'),
  whole('the first day of the calendar', { on: '0001-01-01' }, 'RULE_NOT_IN_FORCE', 'on'),
  whole('30 February', { on: '2026-02-30' }, bad, 'on'),
  whole('a day in another form', { on: '2026/11/22' }, bad, 'on'),
  {
    title: 'a year before the notice',
    query: '{ quotaTable(year: 2022) { total } }',
    code: 'RULE_NOT_IN_FORCE',
    field: 'year',
  },
  { title: 'the year 0', query: '{ quotaTable(year: 0) { total } }', code: bad, field: 'year' },
  { title: 'the year 2^31-1', query: '{ quotaTable(year: 2147483647) { total } }', code: bad, field: 'year' },
];

const HEADS: readonly BadInput[] = [
  line('no heads', { headCount: 0 }, bad, 'headCount'),
  line('negative heads', { headCount: -1 }, bad, 'headCount'),
  line('half a head', { headCount: 1.5 }, bad, 'headCount'),
  line('10^9 heads', { headCount: 1e9 }, bad, 'headCount'),
  line('2^31 heads', { headCount: 2 ** 31 }, bad, 'headCount'),
  line('10^308 heads', { headCount: 1e308 }, bad, 'headCount'),
  line('heads as a text', { headCount: '12' }, bad, 'headCount'),
  line('heads null', { headCount: null }, bad, 'headCount'),
];

const HOURS: readonly BadInput[] = [
  '1e3',
  ' 128',
  '128 ',
  '128\n',
  '１２８',
  '128h',
  'NaN',
  '-1',
  '+1',
  '0.0000001',
  '',
  128,
  1.5,
  true,
].map((deliveredHours) => line(`hours ${JSON.stringify(deliveredHours)}`, { deliveredHours }, bad, 'deliveredHours'));

const MONEY: readonly BadInput[] = [1280, '1280', '1280.0', '1,280.00', '1.28e3', ' 1280.00', '１２８０.００'].map((feePerHour) => ({
  title: `money ${JSON.stringify(feePerHour)}`,
  query: 'query ($input: FeeGapInput!) { feeGap(input: $input) { __typename } }',
  variables: { input: { occupation: 'AI', level: 'SENIOR', feePerHour } },
  code: bad,
  field: 'feePerHour',
}));

const LISTS: readonly BadInput[] = [
  whole('a line twice', { lines: [LINE, LINE] }, 'DUPLICATE_LINE', 'lines[1]'),
  whole('a line twice, by code and by name', { lines: [LINE, { ...LINE, occupation: '大数据' }] }, 'DUPLICATE_LINE', 'lines[1]'),
  whole(
    'a line twice, hours written in two ways',
    { lines: ['128', '128.0'].map((deliveredHours) => ({ ...LINE, deliveredHours })) },
    'DUPLICATE_LINE',
    'lines[1]',
  ),
  whole('no lines', { lines: [] }, bad, 'lines'),
  whole('lines null', { lines: null }, bad, 'lines'),
  whole('201 lines', { lines: Array.from({ length: 201 }, () => LINE) }, bad, 'lines'),
  { title: '101 ids', query: `{ nodes(ids: [${'"x" '.repeat(101)}]) { id } }`, code: bad, field: 'ids' },
  { title: 'a page of none', query: '{ trainingInstitutions(first: 0) { totalCount } }', code: bad, field: 'first' },
  { title: 'a page of 101', query: '{ trainingInstitutions(first: 101) { totalCount } }', code: bad, field: 'first' },
  { title: 'a forged cursor', query: '{ trainingInstitutions(after: "Zm9yZ2Vk") { totalCount } }', code: bad, field: 'after' },
];

const FORMS: readonly BadInput[] = [
  whole('a field that the input does not have', { bogus: 1 }, bad, 'input'),
  whole('a key of every object', { ['__proto__']: { on: null } }, bad, 'input'),
  line('a line field that does not exist', { bogus: 1 }, bad, ''),
  line('a text of 900 kB', { occupation: 'x'.repeat(900_000) }, bad, 'occupation'),
  line('lists in lists where a text belongs', { deliveredHours: nestedLists(1_500) }, bad, 'deliveredHours'),
  whole('half a character in a name', { institution: '\ud800' }, bad, 'institution'),
  {
    title: 'a text of 900 kB on a day before the notice',
    query: 'query ($code: String!) { occupation(code: $code, on: "2000-01-01") { code } }',
    variables: { code: 'x'.repeat(900_000) },
    code: 'RULE_NOT_IN_FORCE',
    field: 'on',
  },
  {
    title: 'an instant without a zone',
    query: ESTIMATE,
    variables: { input: { lines: [LINE] }, knownAt: '2026-11-22T04:00:00' },
    code: bad,
    field: 'knownAt',
  },
  {
    title: 'an instant before anything was known',
    query: ESTIMATE,
    variables: { input: { lines: [LINE] }, knownAt: '0001-01-01T00:00:00Z' },
    code: 'RULE_NOT_KNOWN',
    field: 'knownAt',
  },
  {
    title: 'no receipt',
    query: '{ verifyReceipt(input: { hash: "x", canonical: "x" }) { __typename } }',
    code: 'RECEIPT_MALFORMED',
    field: 'canonical',
  },
];

const DOCUMENTS: readonly BadInput[] = [
  { title: 'a field that does not exist', query: '{ bogus }', code: 'GRAPHQL_VALIDATION_FAILED', field: null },
  { title: 'no GraphQL at all', query: 'SELECT 1', code: 'GRAPHQL_PARSE_FAILED', field: null },
  { title: 'a mutation', query: 'mutation { pay }', code: 'GRAPHQL_VALIDATION_FAILED', field: null },
  { title: 'a subscription', query: 'subscription { paid }', code: 'GRAPHQL_VALIDATION_FAILED', field: null },
  { title: 'a circle of fragments', query: '{ ...F } fragment F on Query { ...F }', code: 'GRAPHQL_VALIDATION_FAILED', field: null },
  {
    title: '13 levels',
    query: `{ measures { ${'figures { '.repeat(11)} value ${'} '.repeat(11)} } }`,
    code: 'QUERY_TOO_DEEP',
    field: null,
  },
  {
    title: '16 aliases',
    query: `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
    code: 'QUERY_TOO_MANY_ALIASES',
    field: null,
  },
  {
    title: '11 directives',
    query: `{ measures { code ${'@skip(if: false) '.repeat(11)} } }`,
    code: 'QUERY_TOO_MANY_DIRECTIVES',
    field: null,
  },
  { title: '201 fields', query: `{ ${'__typename '.repeat(201)} }`, code: 'QUERY_TOO_WIDE', field: null },
  { title: '2001 tokens', query: `{ ${'a '.repeat(2_000)} }`, code: 'QUERY_TOO_LONG', field: null },
];

/** Every bad input that the issue names, in the groups in which it names them. */
export const BAD_INPUTS: readonly (readonly [group: string, cases: readonly BadInput[]])[] = [
  ['unknown codes', UNKNOWN_CODES],
  ['days and years', DAYS],
  ['heads', HEADS],
  ['hours with junk', HOURS],
  ['money', MONEY],
  ['lists', LISTS],
  ['forms of the input', FORMS],
  ['documents', DOCUMENTS],
];

const CODES = 'code: $text';

/** Operations with a place for a text `$text`; each is asked with an identity number in it. */
export const TEXT_PLACES: readonly string[] = [
  `query ($text: String!) { measure(${CODES}) { code } }`,
  `query ($text: String!) { region(${CODES}) { code } }`,
  `query ($text: String!) { region(${CODES}, on: "2000-01-01") { code } }`,
  `query ($text: String!) { occupation(${CODES}) { code } }`,
  `query ($text: String!) { openQuestion(${CODES}) { code } }`,
  'query ($text: String!) { tariff(region: $text) { __typename } }',
  'query ($text: String!) { trainingInstitutions(after: $text) { totalCount } }',
  'query ($text: String!) { rewardEstimate(input: { item: $text }) { status } }',
  'query ($text: String!) { distinctPersons(input: { region: "大连", records: [{ person: $text, year: 2024 }] }) { receipt { canonical } } }',
  'query ($text: String!) { participation(input: { kind: WORKER, region: $text }) { receipt { canonical } } }',
  'query ($text: String!) { subsidyEstimate(input: { institution: $text, lines: [{ occupation: "AI", level: JUNIOR, headCount: 1 }] }) { receipt { canonical } } }',
  'query ($text: Int!) { quotaTable(year: $text) { total } }',
  'query ($text: Level!) { feeGap(input: { occupation: "AI", level: $text, feePerHour: "1.00" }) { __typename } }',
  'query ($text: Hours!) { onlineShare(input: { totalHours: $text, onlineHours: "1e1" }) { __typename } }',
  'query ($text: MoneyCNY!) { fundSplit(input: { payouts: [$text], specialAccountSurplus: "0.00" }) { __typename } }',
  `{ x${IDENTITY_NUMBER} }`,
  `{ quotaTable(year: ${IDENTITY_NUMBER}) { total } }`,
];

function nestedLists(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}
