// The service's own schema and resolvers on Mercurius with its just-in-time compiler, as its documentation sets it up for production:
// compile a query when it is first asked (jit: 1), no IDE, no request log. The first argument is the URL of the built project.
import fastify from 'fastify';
import mercurius from 'mercurius';

const built = process.argv[2];
const load = (path) => import(new URL(path, built).href);
const { buildServiceSchema } = await load('src/graphql/schema.js');
const { RuleDesk } = await load('src/operations/rule-desk.js');
const { readSeedFiles } = await load('src/store/seed-files.js');

const desk = new RuleDesk(readSeedFiles(), () => new Date());
const app = fastify({ logger: false });
await app.register(mercurius, { schema: buildServiceSchema(), context: () => ({ language: 'zh', desk }), jit: 1, graphiql: false });
await app.listen({ host: process.env.HOST, port: Number(process.env.PORT) });
process.once('SIGTERM', () => process.exit(0));
