import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';

@ObjectType('BilingualText', { ...described('中英文本', 'A text in Chinese and English'), simpleResolvers: true })
export class BilingualTextType {
  @Field(() => String, described('中文', 'Chinese'))
  zh!: string;

  @Field(() => String, described('英文', 'English'))
  en!: string;
}
