import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const DEPTH_MAX = 6;
const FIELDS_MAX = 180;

type Fields = readonly GraphQLField<unknown, unknown>[];

const fieldsOf = (type: GraphQLNamedType): Fields =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter(isAskable) : [];

const isAskable = ({ args }: GraphQLField<unknown, unknown>): boolean => !args.some((argument) => isNonNullType(argument.type));

/** How many fields of a field have fields of their own; the widest is asked last, so that it cannot use up what the others need. */
const branches = (field: GraphQLField<unknown, unknown>): number =>
  fieldsOf(getNamedType(field.type)).filter((inner) => !isLeafType(getNamedType(inner.type))).length;

/** A selection of nearly all that an answer of this type holds, within the bounds on depth and width; '' for a leaf. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType): string {
  const budget = { fields: FIELDS_MAX };

  const ofNamed = (named: GraphQLNamedType, depth: number): string => {
    const fields = fieldsOf(named);
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map((field) => field.name);
    budget.fields -= leaves.length + 1;
    const parts = ['__typename', ...leaves];
    const simplestFirst = [...fields].sort((one, other) => branches(one) - branches(other));
    if (depth < DEPTH_MAX) parts.push(...simplestFirst.map((field) => below(field, depth)), ...variants(named, depth));
    return `{ ${parts.filter((part) => part !== '').join(' ')} }`;
  };

  const below = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const named = getNamedType(field.type);
    const cost = 2 + fieldsOf(named).filter((inner) => isLeafType(getNamedType(inner.type))).length;
    if (isLeafType(named) || budget.fields < cost) return '';
    budget.fields -= 1;
    return `${field.name} ${ofNamed(named, depth + 1)}`;
  };

  const variants = (named: GraphQLNamedType, depth: number): string[] => {
    if (!isAbstractType(named) || depth > 0) return [];
    const possible = schema.getPossibleTypes(named);
    const leaves = possible.map((one) => fieldsOf(one).filter((field) => isLeafType(getNamedType(field.type))));
    const isMergeable = ({ name, type: own }: GraphQLField<unknown, unknown>): boolean =>
      leaves.flat().every((other) => other.name !== name || String(other.type) === String(own));
    return possible.map((one, index) => {
      const asked = (leaves[index] ?? []).filter(isMergeable).slice(0, Math.max(0, Math.floor(budget.fields / possible.length)));
      return `... on ${one.name} { ${['__typename', ...asked.map((field) => field.name)].join(' ')} }`;
    });
  };

  const named = getNamedType(type);
  return isLeafType(named) ? '' : ofNamed(named, 0);
}
