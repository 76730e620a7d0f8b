/** What the server is made of and needs no database: loaded as one, beside the opening of the database. */
export { buildServiceSchema } from '../graphql/schema.js';
export { serviceContext } from '../graphql/service-context.js';
export { startHttpServer } from '../http/start-http-server.js';
export { openAuthenticator } from './open-authenticator.js';
