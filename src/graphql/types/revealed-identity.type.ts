import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Revealed } from '../../operations/access/reveal-identity.js';
import type { ReadablePerson } from '../../store/persons.js';
import { nodeId } from '../../policy/node-id.js';
import { described } from '../described.js';
import { KeyedInput } from './keyed-input.type.js';
import { payloadType } from './payload.type.js';

@ObjectType(
  'RevealedIdentity',
  described('学员身份，不遮盖；每次查看都有审计记录', 'The identity of a trainee in full; each reveal stands in the audit log'),
)
export class RevealedIdentityType {
  /** what the log says; not a field */
  revealed!: Revealed;

  /** decrypted once for the three fields below it; not a field */
  identity?: Promise<ReadablePerson>;

  @Field(() => ID, { ...described('学员报名', 'The enrolment'), simple: true })
  enrolmentId!: string;
}

/** A reveal as the API shows it: name and number are fields of their own, decrypted when they are asked for. */
export const revealedIdentityView = (revealed: Revealed): RevealedIdentityType => ({
  revealed,
  enrolmentId: nodeId('Enrolment', revealed.enrolmentId),
});

export const RevealIdentityPayloadType = payloadType(
  'RevealIdentityPayload',
  'revealedIdentity',
  () => RevealedIdentityType,
  '学员身份',
  'identity of the trainee',
);

@InputType('RevealIdentityInput', described('查看学员身份', 'The identity of a trainee to be revealed'))
export class RevealIdentityInput extends KeyedInput {
  @Field(() => ID, described('学员报名', 'The enrolment'))
  enrolmentId!: string;

  @Field(
    () => String,
    described('理由，记入审计记录；不得含姓名和证件号码', 'Reason, kept in the audit log; without names and identity numbers'),
  )
  reason!: string;
}
