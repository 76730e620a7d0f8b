import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import type { ServiceContext } from '../../src/graphql/service-context.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { readSeedFiles } from '../../src/store/seed-files.js';

/** The service's own schema and resolvers on Apollo's standalone server, all settings as they come. */
const desk = new RuleDesk(readSeedFiles(), () => new Date());
await startStandaloneServer<ServiceContext>(new ApolloServer<ServiceContext>({ schema: buildServiceSchema() }), {
  context: async () => ({ language: 'zh', actor: null, requestId: 'bench', desk, workplace: null as never, loaders: null as never }),
  listen: { host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT']) },
});
