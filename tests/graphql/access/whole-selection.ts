import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { ruleOfType } from '../../../src/graphql/access/type-rules.js';

const DEPTH_MAX = 7;

type Field = GraphQLField<unknown, unknown>;

const needsArguments = ({ args }: Field): boolean =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
const isPublic = (type: GraphQLNamedType): boolean => ruleOfType(type.name)?.kind === 'PUBLIC';

/**
 * A selection of all that hangs below a private type: every field of it and of the private types beneath; where a type comes again on its path, and of public
 * types, only what they are.
 * Lists beneath are asked for whole.
 */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const ofType = (named: GraphQLNamedType, path: readonly string[]): string => {
    if (isUnionType(named) || isInterfaceOfParts(schema, named))
      return `{ __typename ${schema
        .getPossibleTypes(named)
        .map((one) => member(one, path))
        .join(' ')} }`;
    if (!isObjectType(named) || isPublic(named)) return selectionOfPublic(schema, named);
    const fields = Object.values(named.getFields()).filter((field) => !needsArguments(field));
    return `{ __typename ${fields.map((field) => ofField(field, path)).join(' ')} }`;
  };
  const ofField = (field: Field, path: readonly string[]): string => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return field.name;
    if (path.includes(below.name) || path.length >= DEPTH_MAX) return isObjectType(below) ? `${field.name} ${leavesOf(below)}` : '';
    return `${field.name}${pageOf(field)} ${ofType(below, [...path, below.name])}`;
  };
  /** The members of a union name their fields alike but not their types, so each field gets the name of its member before it. */
  const member = (one: GraphQLObjectType, path: readonly string[]): string => {
    const fields = Object.values(one.getFields()).filter((field) => !needsArguments(field));
    const parts = fields.map((field) => [field, ofField(field, [...path, one.name])] as const).filter(([, part]) => part !== '');
    return `... on ${one.name} { ${parts.map(([field, part]) => `${one.name}_${field.name}: ${part}`).join(' ')} }`;
  };
  return ofType(type, [type.name]);
}

/** An interface whose members belong to private types, such as what a proposal would change. */
const isInterfaceOfParts = (schema: GraphQLSchema, type: GraphQLNamedType): type is GraphQLInterfaceType =>
  isInterfaceType(type) && schema.getPossibleTypes(type).every(({ name }) => ruleOfType(name)?.kind === 'PRIVATE');

const pageOf = ({ args }: Field): string => (args.some(({ name }) => name === 'first') ? '(first: 100)' : '');

function selectionOfPublic(schema: GraphQLSchema, type: GraphQLNamedType): string {
  if (schema.getType('UserError') === type) return '{ __typename message code field text { zh en } needed { zh en } }';
  return isObjectType(type) ? leavesOf(type) : '{ __typename }';
}

const leavesOf = (type: GraphQLObjectType): string => {
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && !needsArguments(field));
  return `{ ${['__typename', ...leaves.map(({ name }) => name)].join(' ')} }`;
};

/** Fields of private types that the selection cannot ask for, because they need arguments. */
export const unaskedFields = (types: readonly GraphQLObjectType[]): readonly string[] =>
  types
    .filter((type) => !isPublic(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(needsArguments)
        .map((field) => `${type.name}.${field.name}`),
    );
