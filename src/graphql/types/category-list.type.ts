import { Field, ObjectType } from 'type-graphql';
import { categoriesOf, CATEGORY_QUESTION, isCategoryListConfirmed } from '../../policy/category-list.js';
import { reasonOf } from '../../policy/reasons.js';
import { rememberedPerBook } from '../../policy/remembered.js';
import type { RuleBook } from '../../policy/rule-book.js';
import { described } from '../described.js';
import { CitationType } from './citation.type.js';
import { ReasonType } from './reason.type.js';

@ObjectType('TraineeCategory', { ...described('补贴人员的一个类别', 'One category of trainees'), simpleResolvers: true })
export class TraineeCategoryType {
  @Field(() => String, described('代码', 'Code'))
  code!: string;

  @Field(() => String, described('名称；名单未确认时仅为候选', 'Chinese name; a candidate only, until the list is confirmed'))
  nameZh!: string;

  @Field(() => String, described('英文名；名单未确认时仅为候选', 'English name; a candidate only, until the list is confirmed'))
  nameEn!: string;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('CategoryList', {
  ...described('享受补贴的人员类别（四(一)2）', 'The categories of trainees entitled to the subsidy'),
  simpleResolvers: true,
})
export class CategoryListType {
  @Field(() => Boolean, described('名单是否已由文件确认', 'Whether the list was confirmed by a document'))
  isConfirmed!: boolean;

  @Field(() => [TraineeCategoryType], described('各类别，按代码排序', 'The categories in the order of their codes'))
  categories!: readonly TraineeCategoryType[];

  @Field(() => ReasonType, {
    nullable: true,
    ...described(
      '未确认时：CATEGORY_LIST_UNCONFIRMED，缺什么、由谁补正',
      'Until it is confirmed: CATEGORY_LIST_UNCONFIRMED, what is missing and who can give it',
    ),
  })
  notice!: ReasonType | null;

  @Field(() => CitationType, described('名单状态的依据', 'Where the state of the list comes from'))
  citation!: CitationType;
}

/** The categories on the book's day as the API shows them. Throws RULE_NOT_IN_FORCE. */
export const categoryListView = rememberedPerBook((book: RuleBook): CategoryListType => {
  const isConfirmed = isCategoryListConfirmed(book);
  return {
    isConfirmed,
    categories: categoriesOf(book).map(({ code, nameZh, nameEn, entry }) => ({ code, nameZh, nameEn, citation: entry.citation })),
    notice: isConfirmed ? null : reasonOf('CATEGORY_LIST_UNCONFIRMED'),
    citation: book.setting(CATEGORY_QUESTION)?.citation as CitationType,
  };
});
