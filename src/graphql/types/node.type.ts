import { Field, ID, InterfaceType } from 'type-graphql';
import { described } from '../described.js';

@InterfaceType('Node', {
  ...described('可按 id 再次取得的对象', 'An object that can be fetched again by its id'),
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, { ...described('不透明标识', 'Opaque id'), simple: true })
  id!: string;
}
