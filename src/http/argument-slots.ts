import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
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
          const slot = { field, node, prefix: `${SLOT_PREFIX}${slots.length}_` };
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
  for (const { field, node, prefix } of slots) {
    const coerced = getArgumentValues(field, node, variables);
    for (const name of Object.keys(coerced)) values[prefix + name] = coerced[name];
  }
  return values;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const variableNode = (name: string): VariableNode => ({ kind: Kind.VARIABLE, name: nameNode(name) });
