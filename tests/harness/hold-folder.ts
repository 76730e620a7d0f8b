/* Opens the data folder, says `ready <pid>`, and holds it until it is killed. */
import { createDataSource } from '../../ormconfig.js';

await createDataSource({ url: null, dataFolder: process.argv[2] ?? '' });
process.stdout.write(`ready ${process.pid}\n`);
setInterval(() => undefined, 1_000);
