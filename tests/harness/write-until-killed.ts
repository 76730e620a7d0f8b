/* Writes two rows a transaction into the data folder and prints each number once its commit was acknowledged. */
import { createDataSource } from '../../ormconfig.js';

const dataSource = await createDataSource({ url: null, dataFolder: process.argv[2] ?? '' });
await dataSource.query('CREATE TABLE IF NOT EXISTS written (number integer NOT NULL, half text NOT NULL)');
const [row] = await dataSource.query<{ next: number }[]>('SELECT coalesce(max(number), 0) + 1 AS next FROM written');
for (let number = row?.next ?? 1; ; number += 1) {
  await dataSource.transaction(async (manager) => {
    await manager.query(`INSERT INTO written VALUES ($1, 'left')`, [number]);
    await manager.query(`INSERT INTO written VALUES ($1, 'right')`, [number]);
  });
  process.stdout.write(`${number}\n`);
}
