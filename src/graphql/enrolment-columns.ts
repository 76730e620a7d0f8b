import type { GraphQLResolveInfo } from 'graphql';
import type { EnrolmentRow } from '../store/rows/enrolment-row.js';
import { nodeFieldsAsked } from './node-fields-asked.js';

type Column = keyof EnrolmentRow;

/** Every field needs the row's id and the day whose rules it is shown under. */
const ALWAYS: readonly Column[] = ['id', 'enrolledOn'];

/** What the fields of an enrolment are made of; those that look further, such as the obstacles, do not stand here. */
const MADE_OF: Readonly<Record<string, readonly Column[]>> = {
  __typename: [],
  id: [],
  year: ['year'],
  status: ['status'],
  region: ['regionCode'],
  organisingRegion: ['organisingRegionCode'],
  institution: ['institutionCode'],
  occupation: ['occupationCode'],
  level: ['level'],
  fundingMode: ['fundingMode'],
  category: ['category'],
  categoryEvidence: ['categoryEvidence'],
  meetsNationalStandard: ['meetsNationalStandard'],
  realNameNumber: ['realNameNumber'],
  realNameOn: ['realNameOn'],
  enrolledOn: [],
  endedOn: ['endedOn'],
  endReason: ['endReason'],
  attendedHours: ['attendedHours'],
  identityNumber: ['personId'],
  documentType: ['personId'],
  courseRun: ['courseRunId'],
  transferredTo: ['transferredTo'],
};

/**
 * The columns of which a list of enrolments makes what is asked of it; null, which means all, where a field is asked that does not say what it is made of.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function enrolmentColumns(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<Column> | null {
  const columns = new Set(ALWAYS);
  for (const field of nodeFieldsAsked(info)) {
    const own = MADE_OF[field];
    if (own === undefined) return null;
    for (const column of own) columns.add(column);
  }
  return columns;
}
