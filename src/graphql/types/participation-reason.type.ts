import { Field, ObjectType } from 'type-graphql';
import { bilingual } from '../../policy/bilingual.js';
import type { ParticipationReason } from '../../policy/participation.js';
import { described } from '../described.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { publishedEnum } from './enums.js';

/** The one wording of each reason: for the enum and for the answer. Source: 辽人社发〔2023〕36号, 三 */
const MEANINGS: Readonly<Record<ParticipationReason, readonly [zh: string, en: string]>> = {
  REGION_OUTSIDE_PROVINCE: ['工作或就读的地区不在本省', 'The region of work or study is not in the province'],
  NOT_IN_DIGITAL_ECONOMY: [
    '从业人员既不在数字经济领域在岗，也不拟从事该领域工作',
    'Neither employed in the digital economy nor intending to take up work in it',
  ],
  NOT_FULL_TIME_STUDENT: ['不是普通高校全日制学生', 'Not a full-time student of a regular institution of higher education'],
  NOT_IN_GRADUATING_ACADEMIC_YEAR: [
    '当日不在毕业学年内，或未填毕业日期',
    'The day is not in the graduating academic year, or no day of graduation was given',
  ],
};

export const ParticipationReasonCodeEnum = publishedEnum(
  'ParticipationReasonCode',
  '不能参加培训的原因',
  'Why a person may not attend',
  MEANINGS,
);

@ObjectType('ParticipationReason', {
  ...described('不能参加培训的一项原因', 'One reason why a person may not attend'),
  simpleResolvers: true,
})
export class ParticipationReasonType {
  @Field(() => ParticipationReasonCodeEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;
}

/** The reasons of some codes with their words, in their order. */
export const participationReasonsOf = (codes: readonly ParticipationReason[]): ParticipationReasonType[] =>
  codes.map((code) => ({ code, text: bilingual(MEANINGS[code][0], MEANINGS[code][1]) }));
