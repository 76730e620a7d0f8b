import { rmSync } from 'node:fs';

import { createDataSource } from '../../ormconfig.js';
import { scratchFolder } from './scratch.js';

let made: Promise<string> | null = null;

/** A data folder with an empty, migrated database in it, made once in a process and closed: to be copied, never opened. */
export const makeTemplateFolder = (): Promise<string> => (made ??= make());

const make = async (): Promise<string> => {
  const dataFolder = scratchFolder('template');
  const dataSource = await createDataSource({ url: null, dataFolder });
  await dataSource.destroy();
  // Without the global set-up nobody else knows of the folder.
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  return dataFolder;
};
