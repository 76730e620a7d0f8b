import { graphql } from 'graphql';
import { buildServiceSchema } from '../../src/graphql/schema.js';
import type { ServiceContext } from '../../src/graphql/service-context.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import type { RuleArchive } from '../../src/policy/rule-archive.js';
import { readQuoteKeys } from '../../src/store/keys/quote-keys.js';
import { readSeedFiles } from '../../src/store/seed-files.js';
import { QUOTE_KEY } from '../operations/workplace.js';

const schema = buildServiceSchema();

/** Everything that the seed files record: the five notices and the open questions. */
export const seeds: RuleArchive = readSeedFiles();

/** A desk over an archive on 22 November 2026, noon in Shanghai. */
export const deskOf = (archive: RuleArchive): RuleDesk => new RuleDesk(archive, () => new Date('2026-11-22T04:00:00Z'));

const seedDesk = deskOf(seeds);
const quoteKeys = readQuoteKeys({ quoteKey: QUOTE_KEY, isProduction: true, dataFolder: '/dev/null/no-folder' });

/** The data that a query of what is public and in memory gets, as a client would read it. Rejects with the Failure, or with the error of graphql-js, that it met first. */
export async function ask<Data = unknown>(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  on: RuleDesk = seedDesk,
): Promise<Data> {
  const contextValue: ServiceContext = {
    language: 'zh',
    actor: null,
    requestId: 'test',
    desk: on,
    workplace: { quoteKeys } as never,
    loaders: null as never,
  };
  const { data, errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return JSON.parse(JSON.stringify(data)) as Data;
}
