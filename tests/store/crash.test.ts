import { setTimeout as sleep } from 'node:timers/promises';

import { createDataSource } from '../../ormconfig.js';
import { startChild } from '../harness/child.js';
import { freshFolder } from '../harness/databases.js';

const ROUNDS = process.env.LONG === undefined ? 2 : 20;

describe('an embedded database whose process is killed while it writes', () => {
  it(`loses no acknowledged row and keeps no half transaction, in ${ROUNDS} rounds`, async () => {
    const fresh = await freshFolder();
    for (let round = 0; round < ROUNDS; round += 1) {
      const writer = startChild('write-until-killed', [fresh.configuration.dataFolder]);
      await writer.untilLines(20);
      await sleep(37 * (round + 1));
      await writer.kill();
      const acknowledged = writer.lines.filter((line) => /^\d+$/.test(line)).map(Number);
      const dataSource = await createDataSource(fresh.configuration);
      const [halves] = await dataSource.query(
        'SELECT count(*)::int AS count FROM (SELECT number FROM written GROUP BY number HAVING count(*) <> 2) AS odd',
      );
      const [found] = await dataSource.query('SELECT count(DISTINCT number)::int AS count FROM written WHERE number = ANY($1)', [
        acknowledged,
      ]);
      await dataSource.destroy();
      expect({ halves, found }).toEqual({ halves: { count: 0 }, found: { count: acknowledged.length } });
    }
    await fresh.remove();
  }, 600_000);
});
