import { type GraphQLOutputType, type GraphQLSchema, getNamedType, isEnumType, isInterfaceType, isObjectType } from 'graphql';

/** How a value of each exact scalar is written in an answer. */
const FORMS: Readonly<Record<string, RegExp>> = {
  MoneyCNY: /^-?\d+\.\d{2}$/u,
  Hours: /^\d+(\.\d+)?$/u,
  Decimal: /^-?\d+(\.\d+)?$/u,
  Date: /^\d{4}-\d{2}-\d{2}$/u,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/u,
};

/** What binary floating point leaves behind when it is written as text. */
const RESIDUE = /\bNaN\b|Infinity|^-?\d+(\.\d+)?e[+-]?\d+$|\.\d{15,17}$/u;

/** A surrogate without its other half. */
export const HALF_CHARACTER = /\p{Surrogate}/u;

/** What is wrong with the values of an answer, each with its path. */
export function oddValues(schema: GraphQLSchema, type: GraphQLOutputType, value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => oddValues(schema, type, item, `${path}[${index}]`));
  const named = getNamedType(type);
  if (typeof value === 'object') return oddMembers(schema, named.name, value as Readonly<Record<string, unknown>>, path);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [`${path}: ${value} is no whole number`];
  if (typeof value !== 'string' || isEnumType(named)) return [];
  const form = FORMS[named.name];
  if (form !== undefined && !form.test(value)) return [`${path}: "${value.slice(0, 80)}" is no ${named.name}`];
  if (RESIDUE.test(value) && !path.endsWith('.canonical')) return [`${path}: "${value.slice(0, 80)}" looks like floating point`];
  return HALF_CHARACTER.test(value) ? [`${path}: holds half a character`] : [];
}

function oddMembers(schema: GraphQLSchema, typeName: string, value: Readonly<Record<string, unknown>>, path: string): string[] {
  const type = schema.getType(typeof value['__typename'] === 'string' ? value['__typename'] : typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return [`${path}: no type ${typeName}`];
  const fields = type.getFields();
  return Object.entries(value).flatMap(([key, member]) => {
    const field = fields[key];
    return field === undefined ? [] : oddValues(schema, field.type, member, `${path}.${key}`);
  });
}
