import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { BindingEnum, RowStatusEnum } from './enums.js';

@ObjectType('Citation', {
  ...described('依据：文件、条款、附件位置和有效期', 'Where a figure stands in its notice and when it holds'),
  simpleResolvers: true,
})
export class CitationType {
  @Field(() => String, described('文件代码，如 LN2023-36', 'Code of the notice, such as LN2023-36'))
  documentCode!: string;

  @Field(() => String, { nullable: true, ...described('文号；文件未印时为空', 'Document number; null where none is printed') })
  documentNumber!: string | null;

  @Field(() => String, described('条款，如 LN2023-36/A5.1', 'Clause, such as LN2023-36/A5.1'))
  clause!: string;

  @Field(() => String, { nullable: true, ...described('附件', 'Annex') })
  annex!: string | null;

  @Field(() => String, { nullable: true, ...described('行', 'Row') })
  row!: string | null;

  @Field(() => String, { nullable: true, ...described('列', 'Column') })
  column!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('生效日；文件未印时为空', 'First day in force; null where none is printed') })
  validFrom!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('最后有效日；长期有效时为空', 'Last day in force; null while open') })
  validTo!: string | null;

  @Field(() => String, { nullable: true, ...described('何时得知', 'Since when it is known') })
  knownFrom!: string | null;

  @Field(() => String, { nullable: true, ...described('何时被更正；现行时为空', 'When it was corrected; null while it stands') })
  knownTo!: string | null;

  @Field(() => CalendarDay, described('最近核对日', 'When it was last checked against the notice'))
  lastVerifiedOn!: string;

  @Field(() => RowStatusEnum, described('依据状态', 'How sure it is'))
  status!: string;

  @Field(() => BindingEnum, {
    nullable: true,
    ...described('约束方式；条款没有数字时为空', 'How the figure binds; null for a clause without one'),
  })
  binding!: string | null;

  @Field(() => String, { nullable: true, ...described('推断或未确认之处', 'What is inferred or not confirmed') })
  note!: string | null;
}
