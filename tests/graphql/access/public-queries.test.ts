import fc from 'fast-check';
import { getNamedType, isLeafType } from 'graphql';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { isPrivate } from '../../../src/policy/access/query-rights.js';
import { recordOf } from '../../attack/arguments-of.js';
import { selectionOf } from '../../attack/selection-of.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { workplaceOn } from '../../operations/workplace.js';
import { askAs } from './ask-as.js';
import { buildWorld, type World } from './world/world.js';

const schema = buildServiceSchema();
const publicQueries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !isPrivate(name));
const numRuns = process.env['LONG'] === undefined ? 8 : 100;

describeOnEachDatabase('a public query shows nothing of what is somebody’s (docs/decisions/0009-roles-and-scopes.md)', (open) => {
  let workplace: Workplace;
  let world: World;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    world = await buildWorld(workplace);
  }, 300_000);

  it.each(publicQueries.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
    const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    const selection = isLeafType(getNamedType(field.type)) ? '' : selectionOf(schema, field.type);
    const document = given === '' ? `{ ${name} ${selection} }` : `query (${variables}) { ${name}(${given}) ${selection} }`;
    for (const values of fc.sample(recordOf(field.args, 0), { numRuns: given === '' ? 1 : numRuns, seed: 20_260_302 })) {
      const told = await askAs(schema, workplace, null, document, values);
      expect([values, [...world.canaries.scopesIn(told)]]).toEqual([values, []]);
      expect(told.errors.filter(({ code }) => code === 'INTERNAL')).toEqual([]);
    }
  });
});
