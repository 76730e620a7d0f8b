import { getNamedType, type GraphQLNamedType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { FIELD_RULES, PRIVATE_TYPES, ruleOfType } from '../../../src/graphql/access/type-rules.js';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import { isPrivate, readersOf } from '../../../src/policy/access/query-rights.js';
import { isOperation, OPERATION_NAMES, rightsOf } from '../../../src/policy/access/rights.js';

const schema = buildServiceSchema();
const ROOTS = ['Query', 'Mutation'];
const objectTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));
const ordinary = objectTypes.filter(({ name }) => !ROOTS.includes(name));
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** What anybody may ask without a token, by name: a query that is neither here nor among the private ones has no rule. */
const PUBLIC_QUERIES = [
  'arithmetic',
  'assessmentBodies',
  'budgetBounds',
  'calendarYears',
  'categoryList',
  'claimWorkflow',
  'classTotal',
  'cumulativeGoal',
  'deadline',
  'deliveredHours',
  'distinctPersons',
  'feeGap',
  'figures',
  'fundSplit',
  'goalProgress',
  'goals',
  'institutionTotal',
  'measure',
  'measures',
  'node',
  'nodes',
  'occupation',
  'occupations',
  'onlineShare',
  'openQuestion',
  'openQuestionEffect',
  'openQuestions',
  'participation',
  'quotaApportionment',
  'quotaCheck',
  'quotaCompletion',
  'quotaTable',
  'quotaTransferCheck',
  'quotaUsage',
  'quoteKeys',
  'quoteVerification',
  'reasonCatalogue',
  'recoveryEstimate',
  'region',
  'regionalRates',
  'regions',
  'replayReceipt',
  'rewardEstimate',
  'rewardItems',
  'rightsTable',
  'ruleBook',
  'subsidyEstimate',
  'tariff',
  'traineeDecision',
  'traineeDecisions',
  'trainingInstitutions',
  'verifyReceipt',
  'workingDays',
];

/** Names of fields that may hold what identifies a person; on a type with trainees each needs a rule of its own. */
const PERSONAL = /^(?:.*[iI]dentity(?:Number)?|idNumber|documentType|name|fullName|birth.*|gender|phone.*|mobile.*|bank.*|address)$/u;

/** The object types that a field can give at once. */
const givenBy = (type: GraphQLNamedType): readonly string[] => {
  if (isInterfaceType(type) || isUnionType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return isObjectType(type) ? [type.name] : [];
};

describe('everything in the schema has a rule for who may see or do it (docs/decisions/0009-roles-and-scopes.md)', () => {
  it('every query is public by name or private by its readers', () => {
    expect(queries.map(({ name }) => name).filter((name) => isPrivate(name) === PUBLIC_QUERIES.includes(name))).toEqual([]);
    expect(PUBLIC_QUERIES.filter((name) => !queries.some((query) => query.name === name))).toEqual([]);
  });

  it('every mutation names its roles', () => {
    expect(mutations.map(({ name }) => name).filter((name) => !isOperation(name) || rightsOf(name).length === 0)).toEqual([]);
  });

  it('every object type has a rule, and no rule is left of a type that is gone', () => {
    expect(ordinary.map(({ name }) => name).filter((name) => ruleOfType(name) === null)).toEqual([]);
    expect(Object.keys(PRIVATE_TYPES).filter((name) => !objectTypes.some((type) => type.name === name))).toEqual([]);
    const fields = objectTypes.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(Object.keys(FIELD_RULES).filter((name) => !fields.includes(name))).toEqual([]);
  });

  it('no public query or type leads to what is private, unless the field filters by the caller', () => {
    const open = objectTypes.filter(({ name }) => name === 'Query' || ruleOfType(name)?.kind === 'PUBLIC');
    const leaks = open.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !(type.name === 'Query' && isPrivate(field.name)))
        .filter((field) => FIELD_RULES[`${type.name}.${field.name}`] !== 'OWN_REACH')
        .filter((field) => givenBy(getNamedType(field.type)).some((name) => ruleOfType(name)?.kind !== 'PUBLIC'))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(leaks).toEqual([]);
  });

  it('a private query gives what its own readers may see', () => {
    const wrong = queries.filter(({ name, type }) => {
      if (!isPrivate(name)) return false;
      const rule = ruleOfType(getNamedType(type).name);
      return rule?.kind !== 'PRIVATE' || readersOf(name).some((role) => !readersOf(rule.query).includes(role));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('what is private is never shown as a refusal or a payload, nor a reply as an object', () => {
    const wrong = ordinary.flatMap((type) => {
      if (ruleOfType(type.name)?.kind !== 'PRIVATE') return [];
      return Object.values(type.getFields())
        .filter((field) => givenBy(getNamedType(field.type)).some((name) => ruleOfType(name)?.kind === 'REPLY'))
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('a field that may identify a person says how it is shown', () => {
    const bare = ordinary.flatMap((type) => {
      const rule = ruleOfType(type.name);
      if (rule === null || rule.kind === 'PUBLIC' || type.name === 'NamedValue') return [];
      return Object.values(type.getFields())
        .map((field) => ({ field, path: `${type.name}.${field.name}` }))
        .filter(
          ({ field, path }) =>
            PERSONAL.test(field.name) && FIELD_RULES[path] === undefined && givenBy(getNamedType(field.type)).length === 0,
        )
        .map(({ path }) => path);
    });
    expect(bare).toEqual([]);
  });

  it('an auditor reads everything behind a private query but writes nothing: the one mutation is a reveal, which is reading with a reason', () => {
    const privateQueries = queries.map(({ name }) => name).filter(isPrivate);
    expect(privateQueries.filter((name) => !readersOf(name).includes('AUDITOR'))).toEqual([]);
    expect(OPERATION_NAMES.filter((name) => rightsOf(name).includes('AUDITOR'))).toEqual(['revealIdentity']);
  });
});
