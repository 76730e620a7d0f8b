import { parse } from 'graphql';
import { nodeId } from '../../src/policy/node-id.js';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import { compileDocument, schemaForCompiling } from '../../src/http/compile-document.js';
import { ask, deskOf, seeds } from './harness.js';

const LISTS = ['measures', 'regions', 'occupations', 'rewardItems', 'openQuestions'];
const PAGED = ['trainingInstitutions', 'assessmentBodies'];
interface Identified {
  readonly id: string;
  readonly __typename: string;
}

describe('node(id), nodes(ids): everything with an id can be fetched again', () => {
  test('all objects of all seven types', async () => {
    const lists = LISTS.map((name) => `${name} { id __typename }`);
    const paged = PAGED.map((name) => `${name}(first: 100) { nodes { id __typename } }`);
    const data = await ask<Record<string, readonly Identified[] | { nodes: readonly Identified[] }>>(
      `{ ${[...lists, ...paged].join(' ')} }`,
    );
    const all = Object.values(data).flatMap((found) => ('nodes' in found ? found.nodes : found));
    expect([...new Set(all.map((one) => one.__typename))].sort()).toEqual([
      'AssessmentBody',
      'Measure',
      'Occupation',
      'OpenQuestion',
      'Region',
      'RewardItem',
      'TrainingInstitution',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5 + 15 + 10 + 29 + 96 + 12 + 6);
    for (let start = 0; start < all.length; start += 100) {
      const part = all.slice(start, start + 100);
      const { nodes } = await ask<{ nodes: unknown }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
        ids: part.map(({ id }) => id),
      });
      expect(nodes).toEqual(part);
    }
  });

  test('a fragment shows what the type has', async () => {
    expect(
      await ask('query ($id: ID!) { node(id: $id) { ... on Region { nameZh } ... on Occupation { shortZh } } }', {
        id: nodeId('Region', 'LN-SHENFU'),
      }),
    ).toEqual({
      node: { nameZh: '沈抚示范区' },
    });
  });

  test.each([
    ['an unknown key', nodeId('Region', 'LN-999999')],
    ['an unknown type', nodeId('Planet', 'MARS')],
    ['a name of Object.prototype', nodeId('constructor', 'name')],
    ['no id of ours', 'LN-210100'],
    ['nothing', ''],
  ])('%s gives null', async (_what, id) => {
    expect(await ask('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id })).toEqual({ node: null, nodes: [null] });
  });

  test('at most 100 ids at once', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await ask(query, { ids: Array(100).fill('x') })).toEqual({ nodes: Array(100).fill(null) });
    await expect(ask(query, { ids: Array(101).fill('x') })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'ids' });
  });
});

describe('the compiled form of a query gives the very same answer (our design, docs/decisions/0003-transport.md)', () => {
  const schema = schemaForCompiling(buildServiceSchema());
  const CITATION = 'citation { clause binding validFrom }';

  test.each([
    `query ($on: Date) { tariff(on: $on) { cells { occupation { id code } level requiredHours { value ${CITATION} } amount obstacles { code text { zh } } } sums { level hours } payableRange { lowest { amount } } ruleBook { hash } } }`,
    `{ quotaTable(year: 2026) { rows { region { nameZh offices { role } } places ${CITATION} } printedTotal { value } openQuestion { readings { code } } } }`,
    '{ trainingInstitutions(first: 3, filter: { occupation: "AI" }) { edges { cursor node { code homeRegion { code } listings { occupation { code } } } } pageInfo { hasNextPage endCursor } totalCount } }',
    `{ rewardItems { id key title { zh } payees amount conditions { en } ${CITATION} } goals { key value } figures(filter: { kind: QUOTA }) { key value } }`,
    '{ measures { code title { zh } } reasonCatalogue { code } openQuestions(filter: { group: B }) { code } region(code: "大连") { code } }',
  ])('%s', async (query) => {
    const variables = { on: '2026-05-01' };
    const compiled = await compileDocument(schema, parse(query), null);
    const body = await compiled?.({ language: 'zh', desk: deskOf(seeds) }, variables);
    expect(JSON.parse(body ?? 'null')).toEqual({ data: await ask(query, variables) });
  });
});
