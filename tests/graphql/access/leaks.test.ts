import { getNamedType, type GraphQLField, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import { PRIVATE_TYPES, type PrivateType, ruleOfType } from '../../../src/graphql/access/type-rules.js';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor, Role } from '../../../src/policy/access/actor.js';
import { isPrivate, type PrivateQuery, readersOf } from '../../../src/policy/access/query-rights.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { workplaceOn } from '../../operations/workplace.js';
import { askAs, codeOf, type Told } from './ask-as.js';
import { filtersOf } from './filters-of.js';
import { unaskedFields, wholeSelection } from './whole-selection.js';
import { stringsIn } from './world/canaries.js';
import { CALLERS, PROVINCE, reachedBy, SCOPE_NAMES } from './world/scopes.js';
import { buildWorld, type World } from './world/world.js';

const WAIT_MS = 300_000;
const IDS_MAX = 100;
/** Roles of which no two reach alike: the filters of the others are tried in the long run. */
const ONE_OF_EACH_REACH: readonly Role[] = ['INSTITUTION', 'ASSESSMENT_BODY', 'HR_OFFICER', 'AUDITOR'];
const schema = buildServiceSchema();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}) as readonly GraphQLField<unknown, unknown>[];
const privateQueries = queries.filter(({ name }) => isPrivate(name));
const paged = privateQueries.filter(({ type }) => getNamedType(type).name.endsWith('Connection'));
const privateTypes = Object.keys(PRIVATE_TYPES) as PrivateType[];
const objectTypes = Object.values(schema.getTypeMap()).filter(isObjectType);

/** What stands in a place that must be filled. */
const LITERALS: Readonly<Record<string, string>> = {
  'Int!': '2026',
  'Boolean!': 'false',
  'Date!': '"2026-03-02"',
  'DateTime!': '"2026-03-02T03:00:00Z"',
};

/** Whether a query lists all of its type, and not some of it only. */
const isWholeList = ({ name, type }: GraphQLField<unknown, unknown>): boolean => {
  const rule = ruleOfType(getNamedType(type).name);
  return rule?.kind === 'PRIVATE' && rule.query === name;
};

/** One query, with a filter where it takes one. */
const documentOf = (field: GraphQLField<unknown, unknown>, selection = wholeSelection(schema, getNamedType(field.type))): string => {
  const filter = field.args.find(({ name }) => name === 'filter');
  const given = [
    ...(filter ? ['filter: $filter'] : []),
    ...(field.args.some(({ name }) => name === 'first') ? ['first: 100'] : []),
    ...field.args.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => `${name}: ${LITERALS[String(type)] ?? '""'}`),
  ].join(', ');
  const variables = filter ? `($filter: ${String(filter.type)})` : '';
  return `query ${variables} { ${field.name}${given === '' ? '' : `(${given})`} ${selection} }`;
};

/** Objects by their ids, those of one type with all that they can show: types beside each other could not name their fields alike. */
const nodesOf = (type: string): string => {
  const known = objectTypes.find(({ name }) => name === type && Object.hasOwn(PRIVATE_TYPES, name));
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { id ${known === undefined ? '' : `... on ${type} ${wholeSelection(schema, known)}`} } }`;
};

/** The type that a query gives, without its list. */
const typeGivenBy = ({ type }: GraphQLField<unknown, unknown>): string => getNamedType(type).name.replace(/Connection$/u, '');

const isReader = (role: Role, query: PrivateQuery): boolean => readersOf(query).includes(role);

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
}

describeOnEachDatabase('nothing of another scope is shown, counted or told (docs/decisions/0009-roles-and-scopes.md)', (open, database) => {
  let workplace: Workplace;
  let world: World;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    world = await buildWorld(workplace);
  }, WAIT_MS);

  /** The scopes whose marks stand in an answer although the caller does not reach them; whole identity numbers of anybody count too. */
  const leaksIn = (told: Told, reached: readonly string[]): readonly string[] => {
    const texts = [...stringsIn(told)];
    const numbers = [...world.numbers.values()].filter((number) => texts.some((text) => text.includes(number)));
    return [...[...world.canaries.scopesIn(told)].filter((scope) => !reached.includes(scope)), ...numbers];
  };
  const idsOf = (type: string, scopes: readonly string[]): readonly string[] =>
    world.objects.filter((object) => object.type === type && scopes.includes(object.scope)).map(({ id }) => id);
  /** An assessment body reaches the run that its assessment plan names: the first of each scope. */
  const reachedIds = (role: Role, type: string): readonly string[] => {
    const ids = reachedBy(role, type).map((scope) => idsOf(type, [scope]));
    return (role === 'ASSESSMENT_BODY' && type === 'CourseRun' ? ids.map((found) => found.slice(0, 1)) : ids).flat().sort();
  };
  /** Every object of the world, by type and in portions. */
  const nodeRequests = () =>
    [...new Set(world.objects.map(({ type }) => type))].flatMap((type) => {
      const ids = idsOf(type, SCOPE_NAMES);
      const starts = ids.flatMap((_, at) => (at % IDS_MAX === 0 ? [at] : []));
      return starts.map((at) => ({ type, document: nodesOf(type), ids: ids.slice(at, at + IDS_MAX) }));
    });
  const shownIn = ({ data }: Told): readonly string[] =>
    ((data ?? {})['nodes'] as readonly ({ readonly id: string } | null)[]).flatMap((node) => (node === null ? [] : [node.id]));
  const ask = (actor: Actor | null, source: string, variables: Readonly<Record<string, unknown>> = {}) =>
    askAs(schema, workplace, actor, source, variables);

  it('the world holds every private type in every scope, and every field of them is asked for', () => {
    const missing = privateTypes
      .filter((type) => type !== 'Caller')
      .flatMap((type) => SCOPE_NAMES.filter((scope) => idsOf(type, [scope]).length === 0).map((scope) => `${type} in ${scope}`));
    const isOfProvinceOnly = (type: string): boolean => idsOf(type, [PROVINCE]).length > 0 && idsOf(type, ['own']).length === 0;
    const isOfScopesOnly = (type: string): boolean => idsOf(type, [PROVINCE]).length === 0 && idsOf(type, ['own']).length > 0;
    const unexplained = missing.filter((text) => {
      const [type = '', , scope = ''] = text.split(' ');
      return !(scope === PROVINCE ? isOfScopesOnly(type) : isOfProvinceOnly(type));
    });
    expect(unexplained).toEqual([]);
    expect(unaskedFields(objectTypes.filter(({ name }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation'))).toEqual([]);
  });

  it.each(privateQueries.map((field) => [field.name, field] as const))('%s without a token is UNAUTHENTICATED', async (_name, field) => {
    const told = await ask(null, documentOf(field));
    expect([codeOf(told), leaksIn(told, [])]).toEqual(['UNAUTHENTICATED', []]);
  });

  const isWhole = process.env['LONG'] !== undefined;
  /** On PostgreSQL the short run takes one role of each reach: roles are told apart before any database is asked. */
  const callers = CALLERS.filter(([role]) => isWhole || database === 'embedded database' || ONE_OF_EACH_REACH.includes(role));
  describe.each(callers)('%s', (role, actor) => {
    it.each(privateQueries.map((field) => [field.name, field] as const))(
      '%s shows what is reached, or is FORBIDDEN',
      async (name, field) => {
        const told = await ask(actor, documentOf(field));
        const isAllowed = isReader(role, name as PrivateQuery);
        expect([codeOf(told), leaksIn(told, isAllowed ? reachedBy(role, typeGivenBy(field)) : [])]).toEqual([
          isAllowed ? 'OK' : 'FORBIDDEN',
          [],
        ]);
        if (!isAllowed || !paged.includes(field)) return;
        const { nodes, totalCount } = (told.data ?? {})[name] as Page;
        expect(totalCount).toBe(nodes.length);
        if (!isWholeList(field)) return;
        const type = typeGivenBy(field);
        expect(nodes.map(({ id }) => id).sort()).toEqual(reachedIds(role, type));
      },
    );

    it('names are whole for who teaches, for the HR bureaus and for the auditor, and for nobody else (Q92)', async () => {
      const { data } = await ask(actor, '{ enrolments(first: 100) { nodes { name identityNumber } } }');
      const shown = [...stringsIn(data)].some((text) => text.includes('person.name'));
      expect(shown).toBe(['INSTITUTION', 'HR_OFFICER', 'HR_REVIEWER', 'AUDITOR'].includes(role));
    });

    it('node and nodes give what is reached, and null for all else', async () => {
      const shown: string[] = [];
      for (const { type, document, ids } of nodeRequests()) {
        const told = await ask(actor, document, { ids });
        expect([codeOf(told), leaksIn(told, reachedBy(role, type))]).toEqual(['OK', []]);
        shown.push(...shownIn(told));
      }
      const expected = privateTypes.filter((type) => isReader(role, PRIVATE_TYPES[type])).flatMap((type) => reachedIds(role, type));
      expect(shown.sort()).toEqual(expected.sort());
    });

    const isFiltering = isWhole || ONE_OF_EACH_REACH.includes(role);
    const filtered = paged.filter(
      ({ name, args }) => isFiltering && isReader(role, name as PrivateQuery) && args.some((argument) => argument.name === 'filter'),
    );
    if (filtered.length === 0) return;
    it.each(filtered.map((field) => [field.name, field] as const))(
      '%s: no filter reaches further, nor counts more',
      async (name, field) => {
        const filter = field.args.find((argument) => argument.name === 'filter');
        const type = filter && getNamedType(filter.type);
        if (!isInputObjectType(type)) return;
        const document = documentOf(field, '{ totalCount nodes { id } }');
        const faults: unknown[] = [];
        for (const variables of filtersOf(type, world, role === 'AUDITOR')) {
          const told = await ask(actor, document, variables);
          const page = (told.data ?? {})[name] as Page | undefined;
          const isCounted = page === undefined || page.totalCount === page.nodes.length;
          const hasFailed = told.errors.some(({ code }) => code === 'INTERNAL' || code === 'GRAPHQL');
          // A caller may read back what was sent, and nothing else.
          const leaks = leaksIn(told, [
            ...reachedBy(role, typeGivenBy(field)),
            ...world.canaries.scopesIn(page === undefined ? variables : {}),
          ]);
          if (!isCounted || hasFailed || leaks.length > 0) faults.push({ variables, leaks, isCounted, errors: told.errors });
        }
        expect(faults).toEqual([]);
      },
    );
  });

  it('node and nodes give null for every private id without a token', async () => {
    for (const { document, ids } of nodeRequests()) {
      const told = await ask(null, document, { ids });
      expect([codeOf(told), shownIn(told)]).toEqual(['OK', []]);
    }
    const one = await ask(null, 'query ($id: ID!) { node(id: $id) { id } }', { id: world.objects[0]?.id });
    expect([codeOf(one), one.data]).toEqual(['OK', { node: null }]);
  });

  it('the marks of the world are found where they may be seen: an auditor sees those of every scope', async () => {
    for (const field of paged.filter(isWholeList)) {
      const told = await ask(CALLERS.find(([role]) => role === 'AUDITOR')?.[1] ?? null, documentOf(field));
      const type = typeGivenBy(field);
      const scopes = SCOPE_NAMES.filter((scope) => idsOf(type, [scope]).length > 0);
      expect([field.name, scopes.filter((scope) => !world.canaries.scopesIn(told).has(scope))]).toEqual([field.name, []]);
      expect(ruleOfType(type)?.kind).toBe('PRIVATE');
    }
  });
});
