import { Field, ID, InputType } from 'type-graphql';
import { bilingual } from '../../policy/bilingual.js';
import { parseNodeId } from '../../policy/node-id.js';
import { yearOf } from '../../store/audit-log.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { badInput } from '../bad-input.js';
import { described } from '../described.js';

@InputType('SupervisionFilter', described('录像、例外、检查和违规认定的筛选', 'Which recordings, exceptions, inspections or findings'))
export class SupervisionFilter {
  @Field(() => ID, { nullable: true, ...described('班期', 'Of this course run') })
  courseRunId?: string | null;
}

const EXPECTED = bilingual('应为班期的 id', 'the id of a course run');

/** The conditions of a filter. Throws BAD_USER_INPUT for an id of something else. */
export function supervisionConditions(filter: SupervisionFilter | null): readonly Condition[] {
  const id = filter?.courseRunId ?? null;
  if (id === null) return [];
  const parsed = parseNodeId(id);
  if (parsed?.typeName !== 'CourseRun' || !/^\d{13}$/u.test(parsed.key)) throw badInput('filter.courseRunId', EXPECTED, id);
  return [condition('row.course_run_id = $1 AND row.year = $2', parsed.key, yearOf(parsed.key))];
}
