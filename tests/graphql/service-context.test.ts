import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { type ServiceContext, serviceContext } from '../../src/graphql/service-context.js';
import type { Workplace } from '../../src/operations/acting/perform.js';

describe('the context of a request', () => {
  it('has one set of look-ups on the copy on which Apollo Server answers', async () => {
    const schema = buildSchema('type Query { isOne: Boolean! }');
    const rootValue = {
      isOne: (_: unknown, context: ServiceContext) => context.loaders.person !== undefined && context.loaders === context.loaders,
    };
    const server = new ApolloServer<ServiceContext>({ schema, rootValue });
    const contextValue = serviceContext({ language: 'zh', actor: null, requestId: 'test' }, { desk: null } as unknown as Workplace);
    const { body } = await server.executeOperation({ query: '{ isOne }' }, { contextValue });
    expect(body.kind === 'single' ? body.singleResult : null).toEqual({ data: { isOne: true } });
    await server.stop();
  });
});
