import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { QuotaApportionment } from '../../policy/quota-apportionment.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { RegionType, regionView } from './region.type.js';

@InputType('QuotaApportionmentInput', described('名额分配方案的输入', 'What an apportionment is asked for'))
export class QuotaApportionmentInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => Int, described('待分配名额，0 至 1000000', 'Places to share out, 0 to 1,000,000'))
  places!: number;
}

@ObjectType('QuotaShare', { ...described('一个地区分得的名额', 'What one region is given'), simpleResolvers: true })
export class QuotaShareType {
  @Field(() => RegionType, described('地区', 'Region'))
  region!: RegionType;

  @Field(() => Int, described('名额', 'Places'))
  places!: number;
}

@ObjectType('QuotaApportionment', {
  implements: AnsweredType,
  ...described(
    '名额分配方案：按附件7 名额比例，最大余数法；文件没有此项规定，仅供参考',
    'Places shared out by the quota of Annex 7 with the largest remainder; the notices know no such rule, so it is a proposal',
  ),
  simpleResolvers: true,
})
export class QuotaApportionmentType extends AnsweredType {
  @Field(() => Int, described('待分配名额', 'Places shared out'))
  places!: number;

  @Field(
    () => [QuotaShareType],
    described('各地区名额，次序同附件7，合计等于待分配名额', 'The shares in the order of Annex 7; they sum to the places'),
  )
  shares!: QuotaShareType[];
}

/** An apportionment as the API shows it: regions as objects. */
export const quotaApportionmentView = (answered: Answered<QuotaApportionment>) =>
  answeredView(answered, {
    places: answered.places,
    shares: answered.shares.map(({ region, places }) => ({ region: regionView(answered.ruleBook, region), places })),
  });
