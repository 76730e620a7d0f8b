import { type GraphQLInputObjectType, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { numberOf } from '../../policy/identity-numbers.js';

/** What was decided so far, by place such as `lines[0].category`: which of the possible values stands there. */
export type Choices = ReadonlyMap<string, number>;

/** What stands in the place of an id, tried in this order. */
export type IdsFor = (field: string, place: string) => readonly string[];

const TEXTS: readonly string[] = [
  '按规定办理',
  'LN-210200',
  'TI-DUT',
  'EI-CESI',
  'BIG_DATA',
  'CAT1',
  '2026-03-02',
  '0'.repeat(64),
  '张三',
  numberOf('21010219900101123'),
  '91210000MA0000000X',
  'https://example.org/recording',
  'Q08',
  '1',
];

const REGION = ['LN-210200', ...TEXTS];
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  region: REGION,
  institution: ['TI-DUT', ...TEXTS],
  occupation: ['BIG_DATA', ...TEXTS],
  assessmentBody: ['EI-CESI', ...TEXTS],
};

const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 2026, 2, 20, 60],
  Float: [1],
  Boolean: [false, true],
  Hours: ['40', '0', '8', '128'],
  Decimal: ['1', '0.5'],
  MoneyCNY: ['1.00'],
  Date: ['2026-03-02', '2026-03-01', '2026-12-31'],
  DateTime: ['2026-03-02T04:00:00.000Z', '2026-03-03T04:00:00.000Z'],
};

/**
 * An input of a type, as the choices say: the first possible value in each place where they say nothing, and nothing in an optional place. Gives null where a
 * choice is beyond what there is.
 */
export function inputOf(type: GraphQLInputObjectType, choices: Choices, idsFor: IdsFor): Readonly<Record<string, unknown>> | null {
  let isExhausted = false;
  const pick = (place: string, from: readonly unknown[]): unknown => {
    const at = choices.get(place) ?? 0;
    if (at >= from.length) isExhausted = true;
    return from[at];
  };
  const valueOf = (given: GraphQLInputType, place: string, name: string, nth: number): unknown => {
    const wanted = isNonNullType(given) ? (given.ofType as GraphQLInputType) : given;
    if (isListType(wanted)) {
      const length = 1 + (choices.get(place) ?? 0);
      return Array.from({ length }, (_, at) => valueOf(wanted.ofType as GraphQLInputType, `${place}[${at}]`, name, at));
    }
    if (isInputObjectType(wanted)) return objectOf(wanted, place, nth);
    if (isEnumType(wanted))
      return pick(
        place,
        fromThe(
          nth,
          wanted.getValues().map((value) => value.name),
        ),
      );
    if (wanted.name === 'ID') return pick(place, idsFor(name, place));
    return pick(place, VALUES[wanted.name] ?? LIKELY[name] ?? TEXTS);
  };
  const objectOf = (object: GraphQLInputObjectType, place: string, nth: number): Record<string, unknown> => {
    const entries = Object.values(object.getFields()).flatMap((field): [string, unknown][] => {
      const at = place === '' ? field.name : `${place}.${field.name}`;
      const isAsked =
        isNonNullType(field.type) ||
        [...choices.keys()].some((chosen) => chosen === at || chosen.startsWith(`${at}.`) || chosen.startsWith(`${at}[`));
      return isAsked ? [[field.name, valueOf(field.type, at, field.name, nth)]] : [];
    });
    return Object.fromEntries(entries);
  };
  const input = objectOf(type, '', 0);
  return isExhausted ? null : input;
}

/** Values in the same order, beginning with another one, so that the items of a list differ. */
const fromThe = <Value>(nth: number, values: readonly Value[]): readonly Value[] =>
  values.map((_, at) => values[(at + nth) % values.length] as Value);

/** The choices after a value was refused at a place: the next one there, or one item more where it was a list. An optional place that was empty gets its first value. */
export function afterRefusal(choices: Choices, place: string, input: Readonly<Record<string, unknown>>): Choices {
  const wasThere = at(input, place) !== undefined;
  return new Map([...choices, [place, wasThere ? (choices.get(place) ?? 0) + 1 : 0]]);
}

const at = (input: unknown, place: string): unknown =>
  place
    .split(/[.[\]]+/u)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined),
      input,
    );

/** The places of an input type where an id stands, such as `courseRunId` or `lines[0].enrolmentId`. */
export function idPlaces(type: GraphQLInputObjectType, place = ''): readonly { readonly place: string; readonly name: string }[] {
  return Object.values(type.getFields()).flatMap((field) => {
    let wanted: GraphQLInputType = field.type;
    let where = place === '' ? field.name : `${place}.${field.name}`;
    while (isNonNullType(wanted) || isListType(wanted)) {
      if (isListType(wanted)) where += '[0]';
      wanted = wanted.ofType as GraphQLInputType;
    }
    if (isInputObjectType(wanted)) return idPlaces(wanted, where);
    return !isEnumType(wanted) && wanted.name === 'ID' ? [{ place: where, name: field.name }] : [];
  });
}
