import pg from 'pg';

/** How many SQL statements some work sends to its database, whichever way it sends them: both databases are reached through the same client. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as { query: (...parameters: unknown[]) => unknown };
  const { query } = prototype;
  let count = 0;
  prototype.query = function counted(this: pg.Client, ...parameters: unknown[]): unknown {
    count += 1;
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return count;
}
