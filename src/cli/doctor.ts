import { Command } from 'commander';
import { createDataSource } from '../../ormconfig.js';
import { examineBooks } from '../operations/upkeep/examine-books.js';
import { readKeyRing } from '../store/keys/key-ring.js';
import { refuseForeignKeys } from '../store/keys/refuse-foreign-keys.js';
import { rotatePayeeAccounts, rotateStoredIdentities } from '../store/keys/rotate-stored-identities.js';
import { readConfiguration } from './configuration.js';
import { reportFailure } from './report-failure.js';

/** Rows that one statement of a rotation takes. */
const BATCH_SIZE = 500;

/** Says what it finds, a line each, and gives the exit code. */
async function examine({ rotateKeys }: { rotateKeys?: boolean }): Promise<number> {
  const { database, keys } = readConfiguration(process.env);
  const dataSource = await createDataSource(database);
  try {
    const keyRing = readKeyRing(keys);
    await refuseForeignKeys(dataSource.manager, keyRing);
    if (rotateKeys === true) {
      const { rotated, left } = await rotateStoredIdentities(dataSource.manager, keyRing, BATCH_SIZE);
      console.log(`已换用新密钥 ${rotated} 人，尚余 ${left} 人。\n${rotated} persons are under the newest key now, ${left} are left.`);
      const accounts = await rotatePayeeAccounts(dataSource.manager, keyRing, BATCH_SIZE);
      console.log(
        `已换用新密钥 ${accounts.rotated} 个收款账户，尚余 ${accounts.left} 个。\n${accounts.rotated} payee accounts are under the newest key now, ${accounts.left} are left.`,
      );
    }
    const faults = await examineBooks(dataSource);
    for (const { about, text } of faults) console.log(`${about}\n  ${text.zh}\n  ${text.en}`);
    if (faults.length === 0) console.log('账目与证据一致。\nThe books and the evidence fit together.');
    return faults.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

const program = new Command('doctor')
  .description(
    'Looks whether the books fit together: counters against a replay of the transfers, entries against their bytes. Changes no record; brings an older database to this release first.\n核对账目与证据是否一致：账户余额对逐笔重算，审计记录对其字节。不改动任何记录；较旧的数据库先升级到本版本。',
  )
  .option('--rotate-keys', 'first puts all names, identity numbers and account numbers under the newest key of IDENTITY_KEYS')
  .action(async (options: { rotateKeys?: boolean }) => {
    process.exitCode = await examine(options);
  });

program.parseAsync().catch((problem: unknown) => {
  reportFailure(problem);
  process.exitCode = 1;
});
