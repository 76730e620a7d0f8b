import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLField, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor, Role } from '../../../src/policy/access/actor.js';
import { nodeId, parseNodeId } from '../../../src/policy/node-id.js';
import { type OperationName, rightsOf } from '../../../src/policy/access/rights.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { workplaceOn } from '../../operations/workplace.js';
import { askAs, codeOf, type Told } from './ask-as.js';
import { afterRefusal, type Choices, idPlaces, inputOf } from './search-input.js';
import { wholeSelection } from './whole-selection.js';
import { CALLERS, callerOf, reachedBy, SCOPES } from './world/scopes.js';
import { buildWorld, type World, type WorldObject } from './world/world.js';

const WAIT_MS = 300_000;
const STEPS_MAX = 80;
const NOBODYS = '2026999999999';
const schema = buildServiceSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}) as readonly GraphQLField<unknown, unknown>[];

const inputTypeOf = (field: GraphQLField<unknown, unknown>): GraphQLInputObjectType => {
  const type = field.args[0] && getNamedType(field.args[0].type);
  if (!isInputObjectType(type) || field.args.length !== 1) throw new Error(`${field.name} does not take one input`);
  return type;
};
const documentOf = (field: GraphQLField<unknown, unknown>): string =>
  `mutation ($input: ${String(field.args[0]?.type)}) { ${field.name}(input: $input) ${wholeSelection(schema, getNamedType(field.type))} }`;

/** The type whose id a field of this name takes, as far as the name says it. */
const typeNamedBy = (name: string): string => {
  const stem = name.replace(/Ids?$/u, '');
  return `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`;
};

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

/** What became of a mutation: a failure's code, REFUSED with the codes of the rules, or DONE. */
const outcomeOf = (field: GraphQLField<unknown, unknown>, told: Told): string => {
  if (told.errors.length > 0) return codeOf(told);
  const { userErrors } = (told.data ?? {})[field.name] as Payload;
  return userErrors.length > 0 ? `REFUSED ${userErrors.map(({ code }) => code).join(' ')}` : 'DONE';
};

describeOnEachDatabase(
  'nobody does what the tables of rights do not allow, or reaches another’s objects (docs/decisions/0009-roles-and-scopes.md)',
  (open) => {
    let workplace: Workplace;
    let world: World;
    beforeAll(async () => {
      workplace = await workplaceOn(await open());
      world = await buildWorld(workplace);
    }, WAIT_MS);

    const send = (actor: Actor | null, field: GraphQLField<unknown, unknown>, input: object): Promise<Told> =>
      askAs(schema, workplace, actor, documentOf(field), { input: { ...input, idempotencyKey: randomUUID() } });
    const entries = async (): Promise<string> =>
      (await workplace.dataSource.query<{ readonly count: string }[]>('SELECT count(*) AS count FROM audit_entry'))[0]?.count ?? '';

    /** Objects of a scope that an id of this name may mean: those of the type it names, then those of types that end alike, then all. */
    const candidates = (name: string, scope: string): readonly WorldObject[] => {
      const type = typeNamedBy(name);
      const rank = (object: WorldObject): number =>
        object.type === type ? 0 : object.type.endsWith(type) || type.endsWith(object.type) ? 1 : 2;
      const own = world.objects.filter((object) => object.scope === scope);
      const first = [...new Map([...own].reverse().map((object) => [object.type, object])).values()];
      return first.sort((one, other) => rank(one) - rank(other));
    };

    /**
     * Sends a mutation whose id at `place` is another's, with whatever else makes the input acceptable: each refusal of a value names its place, and the next value
     * is tried there. Gives how it ended and with which input.
     */
    async function search(actor: Actor, field: GraphQLField<unknown, unknown>, place: string, name: string, scope: string) {
      let choices: Choices = new Map([[place, 0]]);
      for (let steps = 0; steps < STEPS_MAX; steps += 1) {
        const others = (asked: string): readonly string[] => candidates(asked, 'own').map(({ id }) => id);
        const input = inputOf(inputTypeOf(field), new Map([...choices, ['idempotencyKey', 0]]), (asked, at) =>
          at === place ? candidates(name, scope).map(({ id }) => id) : others(asked),
        );
        if (input === null) return { outcome: 'no acceptable input found', input: {}, told: null };
        const told = await send(actor, field, input);
        const [error] = told.errors;
        const isAboutValue = error !== undefined && error.field !== null && !['NOT_FOUND', 'FORBIDDEN'].includes(error.code);
        if (!isAboutValue) return { outcome: outcomeOf(field, told), input, told };
        choices = afterRefusal(choices, error.field ?? '', input);
      }
      return { outcome: 'no acceptable input found', input: {}, told: null };
    }

    it.each(mutations.map((field) => [field.name, field] as const))(
      '%s: UNAUTHENTICATED without a token, FORBIDDEN for every other role',
      async (name, field) => {
        const input = inputOf(inputTypeOf(field), new Map(), (asked) => candidates(asked, 'own').map(({ id }) => id)) ?? {};
        const before = await entries();
        expect(codeOf(await send(null, field, input))).toBe('UNAUTHENTICATED');
        const others = CALLERS.filter(([role]) => !rightsOf(name as OperationName).includes(role));
        for (const [role, actor] of others) expect([role, codeOf(await send(actor, field, input))]).toEqual([role, 'FORBIDDEN']);
        expect(await entries()).toBe(before);
      },
    );

    const cases = mutations.flatMap((field) => {
      const roles = rightsOf(field.name as OperationName);
      return roles.flatMap((role: Role) =>
        idPlaces(inputTypeOf(field)).map(({ place, name }) => [field.name, role, place, { field, name }] as const),
      );
    });

    it.each(cases)('%s by %s with another’s %s is answered as if it were not there', async (_mutation, role, place, { field, name }) => {
      const actor = callerOf(role);
      const before = await entries();
      for (const scope of SCOPES.map((one) => one.name).filter((one) => !reachedBy(role, typeNamedBy(name)).includes(one))) {
        const { outcome, input, told } = await search(actor, field, place, name, scope);
        expect([scope, outcome]).toEqual([scope, expect.stringMatching(/^(NOT_FOUND$|REFUSED )/u)]);
        const nobodys = JSON.parse(JSON.stringify(input), (_key, value: unknown) => {
          const parsed = typeof value === 'string' ? parseNodeId(value) : null;
          const isOthers = world.objects.some((object) => object.id === value && object.scope === scope);
          return parsed !== null && isOthers ? nodeId(parsed.typeName, NOBODYS) : (value as unknown);
        }) as object;
        expect(await send(actor, field, nobodys)).toEqual(told);
        const leaks = [...world.canaries.scopesIn(told)].filter((found) => !reachedBy(role).includes(found));
        expect([scope, leaks]).toEqual([scope, []]);
      }
      expect(await entries()).toBe(before);
    });
  },
);
