import { type GraphQLInputObjectType, getNamedType, isEnumType } from 'graphql';
import { SCOPE_NAMES, SCOPES } from './world/scopes.js';
import type { World } from './world/world.js';

type Variables = Readonly<Record<string, unknown>>;

const HOSTILE_TEXTS: readonly string[] = ['', 'a\0b', '\ud800', "' OR true --", '%', '_', '\\', 'x'.repeat(5_000)];
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  ID: [...HOSTILE_TEXTS, Buffer.from('CourseRun:a\0b').toString('base64url'), Buffer.from('CourseRun:1').toString('base64url')],
  String: HOSTILE_TEXTS,
  Int: [0, -1, 2 ** 31 - 1, -(2 ** 31)],
  Date: ['0001-01-01', '9999-12-31'],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
};
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [2026, 2025],
  Boolean: [true, false],
  Date: ['2026-03-02'],
  DateTime: ['2026-03-02T03:00:00.000Z'],
  Hours: ['1'],
  Decimal: ['1'],
  MoneyCNY: ['1.00'],
};

/** Filters that set one field each: to objects, regions, bodies and texts of every scope and, where asked, to what no sensible caller would send. */
export function filtersOf(type: GraphQLInputObjectType, world: World, isHostile: boolean): readonly Variables[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const isList = String(field.type).startsWith('[');
    const values = isEnumType(named) ? named.getValues().map((value) => value.name) : valuesOf(named.name, world, isHostile);
    return values.map((value) => ({ filter: { [field.name]: isList ? [value] : value } }));
  });
}

function valuesOf(typeName: string, world: World, isHostile: boolean): readonly unknown[] {
  const hostile = isHostile ? (HOSTILE[typeName] ?? []) : [];
  if (typeName === 'ID') return [...oneOfEach(world), ...hostile];
  if (typeName !== 'String') return [...(VALUES[typeName] ?? []), ...hostile];
  const codes = SCOPES.flatMap(({ region, institution, assessmentBody }) => [region, institution, assessmentBody]);
  const marks = SCOPE_NAMES.map((scope) => world.canaries.text(scope, 'audit_entry.actor'));
  return [...new Set([...codes, '沈阳', 'approveCourseRun', ...marks, ...hostile])];
}

/** One object of each type in each scope. */
const oneOfEach = ({ objects }: World): readonly string[] => [
  ...new Map(objects.map(({ type, scope, id }) => [`${type} ${scope}`, id])).values(),
];
