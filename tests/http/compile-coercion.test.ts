import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { compileVariables } from '../../src/http/compile-coercion.js';

const schema = buildSchema(`
  enum Level { JUNIOR SENIOR }
  input Inner { level: Level!, heads: Int! = 1, share: Float, note: String = "n", inner: Inner, tags: [String!] }
  input Pick @oneOf { id: ID, name: String, inner: Inner }
  type Query { ok: Boolean }
`);
const operation = getOperationAST(
  parse(
    'query ($inner: Inner!, $list: [Inner!], $grid: [[Int]!], $pick: Pick, $flag: Boolean = true, $level: Level! = SENIOR, $id: ID) { ok }',
  ),
);
const definitions = operation?.variableDefinitions ?? [];
const compiled = compileVariables(schema, definitions);

/** Mostly what is wanted, now and then something else. */
const leaf = fc.constantFrom<unknown>('JUNIOR', 'SENIOR', 'NONE', '', 'x', 1, 0, -1, 1.5, 2 ** 31, true, null, [], {}, [null], {
  level: 'JUNIOR',
});
const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary }, { weight: 1, arbitrary: leaf });
const { inner } = fc.letrec<{ inner: unknown }>((tie) => {
  const fields = {
    level: mostly(fc.constantFrom('JUNIOR', 'SENIOR')),
    heads: mostly(fc.integer()),
    share: mostly(fc.double({ noNaN: true, noDefaultInfinity: true })),
    note: mostly(fc.option(fc.string({ maxLength: 3 }))),
    tags: mostly(fc.oneof(fc.constant('one'), fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }))),
    inner: fc.option(tie('inner'), { maxDepth: 2 }),
  };
  const whole = fc.record(fields, { requiredKeys: ['level'] });
  return {
    inner: fc.oneof(
      { weight: 20, arbitrary: whole },
      { weight: 1, arbitrary: leaf },
      { weight: 1, arbitrary: fc.record({ ...fields, other: leaf }) },
    ),
  };
});
const inputs = fc.record(
  {
    inner,
    list: fc.oneof(inner, fc.array(inner, { maxLength: 2 })),
    grid: mostly(fc.array(fc.oneof(fc.integer(), fc.array(fc.option(fc.integer()), { maxLength: 2 })), { maxLength: 2 })),
    pick: fc.oneof(
      fc.constant({ id: 1 }),
      fc.constant({ name: 'n' }),
      fc.record({ inner }),
      fc.record({ id: leaf, name: leaf }, { requiredKeys: [] }),
    ),
    flag: mostly(fc.boolean()),
    level: mostly(fc.constant('JUNIOR')),
    id: mostly(fc.oneof(fc.integer(), fc.string())),
    unknown: leaf,
  },
  { requiredKeys: ['inner'] },
);

describe('variables are coerced as graphql-js does', () => {
  it('for whatever is sent, as JSON carries it', () => {
    let accepted = 0;
    fc.assert(
      fc.property(inputs, (sent) => {
        const variables: Record<string, unknown> = JSON.parse(JSON.stringify(sent));
        const expected = getVariableValues(schema, definitions, variables).coerced ?? null;
        if (expected !== null) accepted += 1;
        const found = compiled(variables);
        // Neither JSON nor isDeepStrictEqual alone sees both the order of keys and what is not JSON.
        return isDeepStrictEqual(found, expected) && JSON.stringify(found) === JSON.stringify(expected);
      }),
      { numRuns: process.env['LONG'] ? 20_000 : 1_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
