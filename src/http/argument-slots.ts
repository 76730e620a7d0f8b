import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isNonNullType,
  Kind,
  type NameNode,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The values that stand in for every argument of a document, by the name of their slot. */
export type SlotValues = Record<string, unknown>;

/** A document whose every argument is a variable of our own, and how to fill those variables for one request. */
export interface SlottedDocument {
  readonly document: DocumentNode;
  readonly slotNames: readonly string[];
  /** Coerces the arguments as graphql-js does; throws what graphql-js throws. */
  readonly fill: (variables: Readonly<Record<string, unknown>>) => SlotValues;
}

interface Slot {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly prefix: string;
  /** where every argument given is a variable and no other has a default: which variable goes where; null otherwise */
  readonly direct: readonly Direct[] | null;
}

interface Direct {
  readonly slot: string;
  readonly variable: string;
  readonly isNullable: boolean;
}

/**
 * Replaces every argument by a variable of our own, so that the compiled query never coerces anything: graphql-jit turns literals into
 * JSON text, drops the defaults of absent variables and knows no OneOf input. Null when an argument belongs to an abstract type, whose
 * implementations may differ.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function withArgumentSlots(schema: GraphQLSchema, document: DocumentNode): SlottedDocument | null {
  const slots: Slot[] = [];
  let isSupported = true;
  const typeInfo = new TypeInfo(schema);
  const slotted = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        leave: (node) => {
          const field = typeInfo.getFieldDef();
          if (!field || field.args.length === 0) return undefined;
          if (isAbstractType(typeInfo.getParentType())) isSupported = false;
          const prefix = `${SLOT_PREFIX}${slots.length}_`;
          const slot = { field, node, prefix, direct: directOf(field, node, prefix) };
          slots.push(slot);
          return {
            ...node,
            arguments: field.args.map((argument) => ({
              kind: Kind.ARGUMENT,
              name: nameNode(argument.name),
              value: variableNode(slot.prefix + argument.name),
            })),
          };
        },
      },
    }),
  );
  if (!isSupported) return null;
  const slotNames = slots.flatMap(({ field, prefix }) => field.args.map((argument) => prefix + argument.name));
  return { document: slotted, slotNames, fill: (variables) => filled(slots, variables) };
}

/** No variable of a caller may begin so. */
export const SLOT_PREFIX = '__slot';

function filled(slots: readonly Slot[], variables: Readonly<Record<string, unknown>>): SlotValues {
  const values: SlotValues = {};
  for (const { field, node, prefix, direct } of slots) {
    if (direct !== null && isFilledDirectly(direct, variables, values)) continue;
    const coerced = getArgumentValues(field, node, variables);
    for (const name of Object.keys(coerced)) values[prefix + name] = coerced[name];
  }
  return values;
}

/** Takes over variables that are coerced already; false where one is absent or null and graphql-js has to say what that means. */
function isFilledDirectly(direct: readonly Direct[], variables: Readonly<Record<string, unknown>>, values: SlotValues): boolean {
  for (const { slot, variable, isNullable } of direct) {
    const value = variables[variable];
    if (value === undefined || (value === null && !isNullable)) return false;
    values[slot] = value;
  }
  return true;
}

function directOf(field: GraphQLField<unknown, unknown>, node: FieldNode, prefix: string): readonly Direct[] | null {
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const direct: Direct[] = [];
  for (const { name, type, defaultValue } of field.args) {
    const value = given.get(name);
    if (value === undefined && defaultValue === undefined && !isNonNullType(type)) continue;
    if (value?.kind !== Kind.VARIABLE) return null;
    direct.push({ slot: prefix + name, variable: value.name.value, isNullable: !isNonNullType(type) });
  }
  return direct;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const variableNode = (name: string): VariableNode => ({ kind: Kind.VARIABLE, name: nameNode(name) });
