import { z } from 'zod';
import type { Actor } from '../../policy/access/actor.js';
import { reachOf } from '../../policy/access/reach.js';
import { rightsOf } from '../../policy/access/rights.js';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { noteText } from '../../policy/input.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { namesPerson } from '../../policy/training/trainee-name.js';
import { findEnrolment } from '../../store/enrolments.js';
import { type ReadablePerson, readPersons } from '../../store/persons.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import type { Workplace } from '../acting/perform.js';
import { permitted } from '../acting/permitted.js';

const input = z.strictObject({ enrolmentId: idOf('Enrolment'), reason: noteText });

/** That an identity was revealed, and to whom: the stored reply says no more, so that no name or number lies in it. */
export interface Revealed {
  readonly enrolmentId: string;
  readonly revealedTo: string;
}

/**
 * Logs that a person is shown the name and the number of a trainee, with the reason; `revealedIdentity` then shows them. The reason names no person, for the log is kept for ever. Throws NOT_FOUND.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export const revealIdentity: Operation<z.infer<typeof input>, Revealed> = {
  name: 'revealIdentity',
  input,
  run: async ({ manager, actor, reach, keys }, { enrolmentId, reason }) => {
    const enrolment = await findEnrolment(manager, reach, enrolmentId);
    if (enrolment === null) throw noEnrolment();
    const [identity] = await readPersons(manager, keys, [enrolment.personId]);
    if (identity !== undefined && namesPerson(reason, identity.name)) return refused(refuseTrainee('REASON_NAMES_PERSON', 'reason'));
    const record = { region: enrolment.regionCode, subjects: [{ type: 'Enrolment', id: enrolmentId }], details: { reason } };
    return { kind: 'done', done: { enrolmentId, revealedTo: actor.person }, record };
  },
};

/**
 * The identity that a logged reveal shows, decrypted now. It is shown to nobody but the person whom the log names, and only while that person still reaches the
 * enrolment: a stored reply is no way around either. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.
 * Source: our design, docs/decisions/0009-roles-and-scopes.md
 */
export async function revealedIdentity({ dataSource, keys }: Workplace, actor: Actor | null, revealed: Revealed): Promise<ReadablePerson> {
  const roles = rightsOf('revealIdentity');
  const reader = permitted(actor, roles);
  if (reader.person !== revealed.revealedTo) throw revealedToAnother();
  const { manager } = dataSource;
  const enrolment = await findEnrolment(manager, reachOf(reader, roles), revealed.enrolmentId);
  const [identity] = enrolment === null ? [] : await readPersons(manager, keys, [enrolment.personId]);
  if (identity === undefined) throw noEnrolment();
  return identity;
}

const noEnrolment = (): Failure => notFound('enrolmentId', '学员报名', 'enrolment');

const revealedToAnother = (): Failure =>
  new Failure(
    'FORBIDDEN',
    bilingual(
      'idempotencyKey：此键下的查看记录属于另一人。请用自己的键办理，以便留下您的记录。',
      'idempotencyKey: what was revealed under this key was revealed to another person. Take a key of your own, so that the log names you.',
    ),
    'idempotencyKey',
  );
