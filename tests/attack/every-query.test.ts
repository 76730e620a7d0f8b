import fc from 'fast-check';
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import { oddValues } from './answer-forms.js';
import { recordOf } from './arguments-of.js';
import { type AttackedService, IDENTITY_NUMBER, LIBRARY_TEXT, post, type Reply, startAttacked } from './harness.js';
import { selectionOf } from './selection-of.js';

const numRuns = process.env['LONG'] ? 600 : 24;
const SEED = 20_261_122;
const ANSWER_MS_MAX = 20_000;

const schema: GraphQLSchema = buildServiceSchema();
const queries = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());

let service: AttackedService;
beforeAll(async () => {
  service = await startAttacked();
}, 120_000);
afterAll(() => service?.stop());

/** One operation that passes every argument as a variable and asks for nearly everything. */
function documentOf(field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = selectionOf(schema, field.type);
  return field.args.length === 0 ? `{ ${field.name} ${selection} }` : `query (${variables}) { ${field.name}(${given}) ${selection} }`;
}

/** What is wrong with an answer, whatever was asked. */
function faultsOf(field: GraphQLField<unknown, unknown>, variables: Readonly<Record<string, unknown>>, reply: Reply): string[] {
  const faults: string[] = [];
  if (reply.status >= 500) faults.push(`status ${reply.status}`);
  if (reply.data === null && reply.errors.length === 0) faults.push('neither data nor errors');
  for (const { message, extensions } of reply.errors) {
    if (extensions.code === undefined || extensions.code === 'INTERNAL_SERVER_ERROR') faults.push(`code ${extensions.code}`);
    if (!extensions.messageZh || !extensions.messageEn) faults.push(`not worded in both languages: ${message}`);
    if (LIBRARY_TEXT.test(`${message} ${extensions.messageEn}`)) faults.push(`library text: ${message}`);
    if (message.length > 1_000) faults.push(`a message of ${message.length} characters`);
  }
  const told = JSON.stringify(reply.errors);
  for (const [digits] of JSON.stringify(variables).matchAll(/\d{11,}/gu)) {
    if (told.includes(digits)) faults.push(`echoes ${digits}`);
  }
  if (reply.text.includes(IDENTITY_NUMBER.slice(0, 17))) faults.push('gives an identity number back');
  return [...faults, ...oddValues(schema, field.type, reply.data?.[field.name], field.name)];
}

describe('every query, asked sensibly and with malice, is answered in words and exact figures', () => {
  it('the documents of this test are valid and within the bounds', async () => {
    const refused: string[] = [];
    for (const field of queries) {
      const { errors } = await post(service.url, documentOf(field));
      const codes = errors.map(({ extensions }) => extensions.code ?? '');
      if (codes.some((code) => code.startsWith('QUERY_') || code === 'GRAPHQL_VALIDATION_FAILED')) refused.push(field.name, ...codes);
    }
    expect(refused).toEqual([]);
  });

  it.each(queries.map((field) => [field.name, field] as const))(
    '%s',
    async (_name, field) => {
      const document = documentOf(field);
      const asked = fc.oneof(recordOf(field.args, 0), recordOf(field.args, 1));
      await fc.assert(
        fc.asyncProperty(asked, async (variables) => {
          expect(faultsOf(field, variables, await post(service.url, document, variables))).toEqual([]);
        }),
        { numRuns: field.args.length === 0 ? 1 : numRuns, seed: SEED },
      );
    },
    process.env['LONG'] ? 600_000 : ANSWER_MS_MAX,
  );
});
