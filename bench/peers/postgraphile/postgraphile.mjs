// PostGraphile on one schema of a database, as its documentation sets it up for production: the Amber preset on its own Node server, GRAPHILE_ENV=production,
// no IDE, no watching, no explanations, no subscriptions over web sockets, statements prepared by the adaptor (its default). No role and no settings per request,
// so that it needs no transaction. Arguments: the schema, and the size of the pool.
import { createServer } from 'node:http';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// It wants Node 22; all that it lacks on Node 20 is this one function.
Promise.withResolvers ??= function withResolvers() {
  let settle;
  const promise = new this((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
};

const [schema, poolSize] = process.argv.slice(2);
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: [schema], pubsub: false, poolConfig: { max: Number(poolSize) } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
};
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), process.env.HOST);
process.once('SIGTERM', () => process.exit(0));
