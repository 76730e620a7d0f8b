import { graphql } from 'graphql';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { deskOf, seeds } from '../harness.js';
import { callerOf } from './world/scopes.js';

const schema = buildServiceSchema();
const desk = deskOf(seeds);

const ask = async (source: string, actor: Actor | null) => {
  const { data, errors } = await graphql({ schema, source, contextValue: { language: 'zh', actor, requestId: 'test', desk } });
  return errors === undefined
    ? JSON.parse(JSON.stringify(data))
    : (errors[0]?.originalError as { readonly code?: string } | undefined)?.code;
};

const WHO = '{ whoAmI { person roles isWholeProvince regions { code } institution { code } assessmentBody { code } operations queries } }';

describe('who asks, and what that person may do', () => {
  it('an HR reviewer of 大连', async () => {
    expect(await ask(WHO, callerOf('HR_REVIEWER'))).toMatchObject({
      whoAmI: {
        person: 'walker-hr_reviewer',
        roles: ['HR_REVIEWER'],
        isWholeProvince: false,
        regions: [{ code: 'LN-210200' }],
        institution: null,
        operations: expect.arrayContaining(['approveCourseRun', 'revealIdentity']),
      },
    });
  });

  it('an institution files course runs and approves none', async () => {
    const { whoAmI } = await ask(WHO, callerOf('INSTITUTION'));
    expect(whoAmI.institution).toEqual({ code: 'TI-DUT' });
    expect([whoAmI.operations.includes('fileCourseRun'), whoAmI.operations.includes('approveCourseRun')]).toEqual([true, false]);
    expect([whoAmI.queries.includes('courseRuns'), whoAmI.queries.includes('auditEntries')]).toEqual([true, false]);
  });

  it('an auditor reads the whole province and writes nothing', async () => {
    const { whoAmI } = await ask(WHO, callerOf('AUDITOR'));
    expect([whoAmI.isWholeProvince, whoAmI.operations]).toEqual([true, ['revealIdentity']]);
  });

  it('nobody without a token', async () => expect(await ask(WHO, null)).toBe('UNAUTHENTICATED'));

  it('anybody may read the table of rights: every mutation of the schema, its roles and its words in both languages', async () => {
    const { rightsTable } = await ask('{ rightsTable { kind name roles meaning { zh en } } }', null);
    const operations = rightsTable.filter(({ kind }: { readonly kind: string }) => kind === 'OPERATION');
    expect(operations.map(({ name }: { readonly name: string }) => name).sort()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
    );
    expect(rightsTable).toContainEqual({
      kind: 'OPERATION',
      name: 'approveTrainingPlan',
      roles: ['HR_REVIEWER'],
      meaning: { zh: '批准培训计划，须与提出人不同', en: 'Approve a training plan; not by who proposed it' },
    });
    expect(
      rightsTable.filter(({ meaning }: { readonly meaning: { readonly zh: string; readonly en: string } }) => !meaning.zh || !meaning.en),
    ).toEqual([]);
  });
});
