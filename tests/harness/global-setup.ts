import { makeMigratedDatabase, SERVER_VARIABLE, TEMPLATE_VARIABLE } from './databases.js';
import { startPostgres, type RunningPostgres } from './postgres.js';
import { makeTemplateFolder } from './template-folder.js';

/** What the tear-down has to undo; jest runs both in one process. */
export interface TestServices {
  readonly server: RunningPostgres;
  readonly template: string;
}

const services = globalThis as typeof globalThis & { subsidyTestServices?: TestServices };

/** Starts one PostgreSQL and makes one embedded database for all test files; the workers find them in the environment. */
export const globalSetup = async (): Promise<void> => {
  const [server, template] = await Promise.all([startPostgres(), makeTemplateFolder()]);
  services.subsidyTestServices = { server, template };
  await makeMigratedDatabase(server.url);
  process.env[SERVER_VARIABLE] = server.url;
  process.env[TEMPLATE_VARIABLE] = template;
};
