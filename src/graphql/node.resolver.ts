import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { bilingual } from '../policy/bilingual.js';
import { badInput } from './bad-input.js';
import { described } from './described.js';
import { findNode } from './find-node.js';
import { findPrivateNodes, isPrivateNode } from './private-nodes.js';
import type { ServiceContext } from './service-context.js';
import { NodeType } from './types/node.type.js';

const IDS_MAX = 100;

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    ...described(
      '按 id 取对象；今天没有的、不在权限范围内的为空',
      'The object of an id; null for one that does not exist today or is out of reach',
    ),
  })
  node(@Arg('id', () => ID, described('不透明标识', 'Opaque id')) id: string, @Ctx() context: ServiceContext) {
    if (isPrivateNode(id)) return findPrivateNodes(context, [id]).then((found) => found.get(id) ?? null);
    return findNode(context.desk.ruleBook(), id);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    ...described(
      '按多个 id 取对象，次序相同；今天没有的、不在权限范围内的为空',
      'The objects of some ids in their order; null for one that does not exist today or is out of reach',
    ),
  })
  nodes(
    @Arg('ids', () => [ID], described('不透明标识，最多 100 个', 'Opaque ids, at most 100')) ids: string[],
    @Ctx() context: ServiceContext,
  ) {
    if (ids.length > IDS_MAX) throw badInput('ids', bilingual(`最多 ${IDS_MAX} 个 id`, `at most ${IDS_MAX} ids`), ids.length);
    const book = context.desk.ruleBook();
    const hidden = ids.filter(isPrivateNode);
    if (hidden.length === 0) return ids.map((id) => findNode(book, id));
    return findPrivateNodes(context, hidden).then((found) => ids.map((id) => found.get(id) ?? findNode(book, id)));
  }
}
