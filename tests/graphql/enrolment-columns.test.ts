import { type FieldNode, GraphQLObjectType, Kind, parse } from 'graphql';
import { enrolmentColumns } from '../../src/graphql/enrolment-columns.js';
import { enrolmentViewIn } from '../../src/graphql/enrolment-view.js';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import type { ServiceContext } from '../../src/graphql/service-context.js';
import type { EnrolmentRow } from '../../src/store/rows/enrolment-row.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { readSeedFiles } from '../../src/store/seed-files.js';

const type = buildServiceSchema().getType('Enrolment') as GraphQLObjectType;
const desk = new RuleDesk(readSeedFiles(), () => new Date('2026-03-02T04:00:00Z'));

const ROW = {
  id: '2026000000007',
  enrolledOn: '2026-03-02',
  regionCode: 'LN-210200',
  organisingRegionCode: 'LN-210100',
  institutionCode: 'TI-DUT',
  occupationCode: 'AI',
} as EnrolmentRow;

/** The row as it is when only some columns were read: any other may not be looked at. */
const rowWith = (columns: ReadonlySet<keyof EnrolmentRow>): EnrolmentRow =>
  new Proxy(ROW, {
    get: (row, column) => {
      if (!columns.has(column as keyof EnrolmentRow)) throw new Error(`${String(column)} was not read`);
      return row[column as keyof EnrolmentRow];
    },
  });

const columnsFor = (...fields: readonly string[]) => {
  const [operation] = parse(`{ enrolments { nodes { ${fields.join(' ')} } } }`).definitions;
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return enrolmentColumns({ fieldNodes: selections as readonly FieldNode[], fragments: {} });
};

/** Fields that say what they are made of, and are not looked up apart. */
const plain = Object.keys(type.getFields()).filter((name) => type.getFields()[name]?.resolve === undefined);

describe('a list of enrolments reads the columns that it shows', () => {
  it.each(plain)('%s is made of the columns that are read for it', (name) => {
    const columns = columnsFor(name);
    const view = enrolmentViewIn({ desk } as unknown as ServiceContext)(rowWith(columns ?? new Set()));
    expect(() => view[name as keyof typeof view]).not.toThrow();
  });

  it('reads the columns of all fields together, and always the id and the day whose rules apply', () => {
    expect(columnsFor('status', 'region { code }', 'documentType')).toEqual(
      new Set(['id', 'enrolledOn', 'status', 'regionCode', 'personId']),
    );
  });

  it('reads everything for a field that looks further', () => {
    expect(columnsFor('status', 'obstacles { code }')).toBeNull();
  });
});
