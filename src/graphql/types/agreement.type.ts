import { Field, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { AgreementRow } from '../../store/rows/agreement-row.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

@ObjectType('Agreement', {
  implements: NodeType,
  ...described('地区与培训机构的培训协议（六(一)）', 'A training agreement of a region with an institution'),
  simpleResolvers: true,
})
export class AgreementType extends NodeType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'The training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => String, described('协议编号', 'Number of the agreement'))
  number!: string;

  @Field(() => CalendarDay, described('签订日', 'The day of signing'))
  signedOn!: string;

  @Field(() => CalendarDay, described('生效日', 'First day in force'))
  validFrom!: string;

  @Field(() => CalendarDay, { nullable: true, ...described('截止日；没有期限则为空', 'Last day in force; null where it has no end') })
  validTo!: string | null;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;
}

/** An agreement as the API shows it. */
export const agreementView = (book: RuleBook, row: AgreementRow): AgreementType => {
  const view = {
    ...row,
    __typename: 'Agreement',
    id: nodeId('Agreement', row.id),
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
  };
  return view;
};

export const AgreementConnectionType = connectionType('Agreement', '培训协议', 'training agreement', () => AgreementType);
export const AgreementPayloadType = payloadType('AgreementPayload', 'agreement', () => AgreementType, '培训协议', 'training agreement');

@InputType('RecordAgreementInput', described('登记培训协议', 'A training agreement to be recorded'))
export class RecordAgreementInput extends KeyedInput {
  @Field(() => String, described('地区，代码或名称', 'Region, code or Chinese name'))
  region!: string;

  @Field(() => String, described('培训机构，代码或全称', 'Training institution, code or full Chinese name'))
  institution!: string;

  @Field(() => String, described('协议编号', 'Number of the agreement'))
  number!: string;

  @Field(() => CalendarDay, described('签订日，不晚于今天', 'The day of signing, not after today'))
  signedOn!: string;

  @Field(() => CalendarDay, described('生效日', 'First day in force'))
  validFrom!: string;

  @Field(() => CalendarDay, { nullable: true, ...described('截止日；没有期限则不填', 'Last day in force; left out where it has no end') })
  validTo?: string | null;
}
