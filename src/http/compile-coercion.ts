import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type TypeNode,
  valueFromAST,
  type VariableDefinitionNode,
} from 'graphql';

type Coerced = Record<string, unknown>;
/** The coerced value, or undefined where graphql-js would report an error. */
type Coercion = (value: unknown) => unknown;

/**
 * What `getVariableValues` of graphql-js gives for these definitions, worked out ahead for their types; null where it would report an error,
 * which is not worded here. A property test proves the two equal.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (inputs: Readonly<Record<string, unknown>>) => Coerced | null {
  const known = new Map<GraphQLInputObjectType, Coercion>();
  const variables = definitions.map(({ variable, type: typeNode, defaultValue }) => {
    const type = inputTypeOf(schema, typeNode);
    const absent = (): unknown => (defaultValue ? valueFromAST(defaultValue, type) : undefined);
    return {
      name: variable.name.value,
      coerce: coercionOf(type, known),
      absent,
      mayBeAbsent: defaultValue !== undefined || !isNonNullType(type),
    };
  });
  return (inputs) => {
    const coerced: Coerced = {};
    for (const { name, coerce, absent, mayBeAbsent } of variables) {
      const isPresent = Object.hasOwn(inputs, name);
      if (!isPresent && !mayBeAbsent) return null;
      const value = isPresent ? coerce(inputs[name]) : absent();
      if (value !== undefined) coerced[name] = value;
      else if (isPresent) return null;
    }
    return coerced;
  };
}

function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLInputType {
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) throw new Error('a validated document defines variables of input types only');
  return type;
}

function coercionOf(type: GraphQLInputType, known: Map<GraphQLInputObjectType, Coercion>): Coercion {
  if (isNonNullType(type)) {
    const coerce = coercionOf(type.ofType, known);
    return (value) => (value === null || value === undefined ? undefined : coerce(value));
  }
  if (isListType(type)) return listCoercion(coercionOf(type.ofType, known));
  if (isInputObjectType(type)) {
    // An input type may hold itself, so its coercion is known before it is made.
    return (value) => (known.get(type) ?? objectCoercion(type, known))(value);
  }
  return (value) => {
    if (value === null || value === undefined) return null;
    try {
      return type.parseValue(value);
    } catch {
      // graphql-js meets the same refusal again and words it.
      return undefined;
    }
  };
}

function listCoercion(coerce: Coercion): Coercion {
  return (value) => {
    if (value === null || value === undefined) return null;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const coerced: unknown[] = [];
    for (const item of items) {
      const coercedItem = coerce(item);
      if (coercedItem === undefined) return undefined;
      coerced.push(coercedItem);
    }
    return coerced;
  };
}

function objectCoercion(type: GraphQLInputObjectType, known: Map<GraphQLInputObjectType, Coercion>): Coercion {
  const fields = Object.values(type.getFields()).map(({ name, type: fieldType, defaultValue }) => ({
    name,
    defaultValue: defaultValue as unknown,
    isRequired: isNonNullType(fieldType),
    coerce: coercionOf(fieldType, known),
  }));
  const names = new Set(fields.map(({ name }) => name));
  const coercion: Coercion = (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    const given = value as Readonly<Coerced>;
    for (const name of Object.keys(given)) if (!names.has(name)) return undefined;
    const coerced: Coerced = {};
    for (const { name, defaultValue, isRequired, coerce } of fields) {
      const found = given[name];
      if (found !== undefined) {
        const coercedField = coerce(found);
        if (coercedField === undefined) return undefined;
        coerced[name] = coercedField;
      } else if (defaultValue !== undefined) coerced[name] = defaultValue;
      else if (isRequired) return undefined;
    }
    if (!type.isOneOf) return coerced;
    const values = Object.values(coerced);
    return values.length === 1 && values[0] !== null ? coerced : undefined;
  };
  known.set(type, coercion);
  return coercion;
}
