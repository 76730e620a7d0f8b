import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { RightKindEnum, RoleEnum } from './access-enums.js';
import { BilingualTextType } from './bilingual-text.type.js';

@ObjectType('Right', {
  ...described('一项权限：何种角色可办理或查询', 'A right: which roles may do or ask something'),
  simpleResolvers: true,
})
export class RightType {
  @Field(() => RightKindEnum, described('办理或查询', 'A mutation or a query'))
  kind!: string;

  @Field(() => String, described('名称，如 approveCourseRun', 'Its name, such as approveCourseRun'))
  name!: string;

  @Field(() => BilingualTextType, described('说明', 'What it does'))
  meaning!: BilingualTextType;

  @Field(() => [RoleEnum], described('须有其中一个角色', 'One of these roles is needed'))
  roles!: readonly string[];
}
