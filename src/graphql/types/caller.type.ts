import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { RoleEnum } from './access-enums.js';
import { AssessmentBodyType } from './assessment-body.type.js';
import { RegionType } from './region.type.js';
import { TrainingInstitutionType } from './training-institution.type.js';

@ObjectType('Caller', {
  ...described('当前令牌所指的人及其权限', 'Whom the token names, and what that person may do'),
  simpleResolvers: true,
})
export class CallerType {
  @Field(() => String, described('人员标识', 'The person'))
  person!: string;

  @Field(() => [RoleEnum], described('角色', 'The roles'))
  roles!: readonly string[];

  @Field(() => Boolean, described('角色是否及于全省', 'Whether a role reaches the whole province'))
  isWholeProvince!: boolean;

  @Field(() => [RegionType], described('角色所及地区', 'The regions that the roles reach'))
  regions!: readonly RegionType[];

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('所代表的培训机构', 'The training institution acted for') })
  institution!: TrainingInstitutionType | null;

  @Field(() => AssessmentBodyType, { nullable: true, ...described('所代表的评价机构', 'The assessment body acted for') })
  assessmentBody!: AssessmentBodyType | null;

  @Field(() => [String], described('可办理的操作', 'The mutations that the roles allow'))
  operations!: readonly string[];

  @Field(() => [String], described('可查询的非公开内容', 'The queries beyond the public ones that the roles allow'))
  queries!: readonly string[];
}
