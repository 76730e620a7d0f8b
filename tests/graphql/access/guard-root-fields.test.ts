import { buildSchema, graphql } from 'graphql';
import { guardRootFields } from '../../../src/graphql/access/guard-root-fields.js';
import { callerOf } from './world/scopes.js';

const context = (actor: ReturnType<typeof callerOf> | null) => ({ language: 'zh', actor, requestId: 'test', desk: null }) as const;

describe('the rights before every root field (docs/decisions/0009-roles-and-scopes.md)', () => {
  const schema = buildSchema('type Query { regions: Int! courseRuns: Int! } type Mutation { approveCourseRun: Int! }');
  let runs = 0;
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  const publicResolver = () => (runs += 1);
  for (const field of Object.values(fields)) field.resolve = publicResolver;
  guardRootFields(schema);
  const ask = async (source: string, actor: ReturnType<typeof callerOf> | null) => {
    runs = 0;
    const { errors } = await graphql({ schema, source, contextValue: context(actor) });
    return [(errors?.[0]?.originalError as { readonly code?: string } | undefined)?.code ?? 'OK', runs];
  };

  it('a private query and a mutation do not begin to run without the role', async () => {
    expect(await ask('{ courseRuns }', null)).toEqual(['UNAUTHENTICATED', 0]);
    expect(await ask('{ courseRuns }', callerOf('REWARD_DEPARTMENT'))).toEqual(['FORBIDDEN', 0]);
    expect(await ask('{ courseRuns }', callerOf('AUDITOR'))).toEqual(['OK', 1]);
    expect(await ask('mutation { approveCourseRun }', null)).toEqual(['UNAUTHENTICATED', 0]);
    expect(await ask('mutation { approveCourseRun }', callerOf('AUDITOR'))).toEqual(['FORBIDDEN', 0]);
    expect(await ask('mutation { approveCourseRun }', callerOf('HR_REVIEWER'))).toEqual(['OK', 1]);
  });

  it('a public query keeps the very resolver that it had', () => {
    expect(fields['regions']?.resolve).toBe(publicResolver);
  });

  it.each([
    [
      'a mutation without rights',
      'type Query { a: Int } type Mutation { payEverybody: Int }',
      /payEverybody stands in no table of rights/u,
    ],
    ['a subscription', 'type Query { a: Int } type Subscription { paid: Int }', /no rights for subscriptions/u],
  ])('%s stops the start', (_title, text, message) => {
    expect(() => guardRootFields(buildSchema(text))).toThrow(message);
  });
});
