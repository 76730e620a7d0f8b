import { z } from 'zod';
import { reachesRegion } from '../../policy/access/reach.js';
import { expects, optional } from '../../policy/input.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { qualityRefusals, traineeRegion } from '../../policy/training/enrolment-line.js';
import { isSameName, namesPerson, writtenName } from '../../policy/training/trainee-name.js';
import { courseRunsOf } from '../../store/course-runs.js';
import { insertEnrolmentVersion, isEnrolledElsewhere, updateEnrolment } from '../../store/enrolments.js';
import { renamePerson } from '../../store/persons.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { moveTraineePlace } from '../places/move-trainee-place.js';
import { rootOf } from './enrolment-record.js';
import { readyTrainee, traineeAct, traineeSubjects } from './trainee-act.js';

const text = z.string({ error: expects('应为文字', 'a text') });
const input = traineeAct.extend({
  name: optional(text),
  region: optional(text),
  category: optional(text),
  categoryEvidence: optional(text),
});
type Correction = z.infer<typeof input>;

/** What an enrolment says after its correction; null: as before. */
interface Corrected {
  readonly name: string | null;
  readonly changes: Partial<Pick<EnrolmentRow, 'regionCode' | 'category' | 'categoryEvidence'>>;
}

/**
 * Corrects name, region, category or evidence of a trainee on the roster; what is left out stays. A wrong number is not corrected: the trainee is withdrawn and
 * enrolled anew. A name in use for enrolments of other institutions is corrected by the HR bureau of the trainee's region only. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 六(一), 五(三); our design, docs/decisions/0014-trainees.md
 */
export const correctTrainee: Operation<Correction, EnrolmentRow> = {
  name: 'correctTrainee',
  input,
  digestible: ({ name, ...rest }) => ({ ...rest, isNameGiven: name !== null }),
  run: async (act, correction) => {
    const ready = await readyTrainee(act, correction, ['ENROLLED', 'CERTIFIED']);
    if (ready.kind === 'refused') return refused(...ready.refusals);
    const { enrolment, name } = ready;
    const decided = await decide(act, enrolment, name, correction);
    if (decided.kind === 'refused') return refused(...decided.refusals);
    const { changes, name: newName } = decided.corrected;
    const short = await moved(act, enrolment, changes.regionCode);
    if (short !== null) return refused(short);
    if (newName !== null) await renamePerson(act.manager, act.keys, enrolment.personId, newName);
    const { regionCode, category, categoryEvidence } = enrolment;
    const details = { regionCode, category, categoryEvidence };
    await insertEnrolmentVersion(act.manager, enrolment, { details, reason: correction.reason, entryId: act.entryId });
    const next = { ...enrolment, ...changes };
    if (Object.keys(changes).length > 0) await updateEnrolment(act.manager, enrolment.id, changes);
    const corrected = [...Object.keys(changes), ...(newName === null ? [] : ['name'])].sort();
    const record = {
      region: enrolment.regionCode,
      subjects: traineeSubjects(enrolment),
      clauses: ['LN2023-36/6.1.4'],
      details: { on: correction.on, corrected, merkleRoot: rootOf([next]) },
    };
    return { kind: 'done', done: next, record };
  },
};

type Decided =
  | { readonly kind: 'corrected'; readonly corrected: Corrected }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

async function decide(act: Act, enrolment: EnrolmentRow, name: string, correction: Correction): Promise<Decided> {
  const { desk, reach, manager } = act;
  const book = desk.ruleBook({ on: correction.on, region: enrolment.organisingRegionCode });
  const refusals: Refusal[] = [];
  const newName = correction.name === null ? name : writtenName(correction.name);
  if (newName === null) refusals.push(refuseTrainee('NAME_INVALID', 'name'));
  if (namesPerson(correction.reason, newName)) refusals.push(refuseTrainee('REASON_NAMES_PERSON', 'reason'));
  const run = { regionCode: enrolment.organisingRegionCode, fundingMode: enrolment.fundingMode };
  const region = traineeRegion(book, run, correction.region ?? enrolment.regionCode, 'region');
  if (region.kind === 'bad') refusals.push(region.refusal);
  const category = correction.category ?? enrolment.category;
  const categoryEvidence = correction.categoryEvidence ?? enrolment.categoryEvidence;
  refusals.push(...qualityRefusals(book, run, { ...enrolment, category, categoryEvidence, name: newName }, ''));
  if (refusals.length > 0 || newName === null || region.kind === 'bad') return { kind: 'refused', refusals };
  const changes = {
    ...(region.code !== enrolment.regionCode && { regionCode: region.code }),
    ...(category !== enrolment.category && { category }),
    ...(categoryEvidence !== enrolment.categoryEvidence && { categoryEvidence }),
  };
  const isRenamed = newName !== name;
  if (!isRenamed && Object.keys(changes).length === 0) return refusing(refuseTrainee('NOTHING_CHANGED'));
  if ('regionCode' in changes && enrolment.status === 'CERTIFIED')
    return refusing(refuseTrainee('ENROLMENT_STATUS', 'region', { found: enrolment.status, expected: ['ENROLLED'] }));
  const mayRename =
    isSameName(newName, name) || reachesRegion(reach, enrolment.regionCode) || !(await isEnrolledElsewhere(manager, enrolment));
  if (!mayRename) return refusing(refuseTrainee('NAME_OF_OTHERS', 'name'));
  return { kind: 'corrected', corrected: { name: isRenamed ? newName : null, changes } };
}

const refusing = (refusal: Refusal): Decided => ({ kind: 'refused', refusals: [refusal] });

/** Takes the place along to the corrected region. */
async function moved(act: Act, enrolment: EnrolmentRow, regionCode: string | undefined): Promise<Refusal | null> {
  if (regionCode === undefined) return null;
  const [run] = await courseRunsOf(act.manager, [enrolment.courseRunId]);
  return run === undefined ? null : moveTraineePlace(act, { enrolment, run, regionCode, enrolmentId: enrolment.id });
}
