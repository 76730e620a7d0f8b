import { bilingual } from '../policy/bilingual.js';
import { StoreFailure } from './store-failure.js';

/** Where in the seed files something stands; lines count from 1 and the header is one. */
export interface SeedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/**
 * A line of a seed file that is not what it must be: says where, what was found and what is allowed.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const seedFailure = (place: SeedPlace, found: string, allowed: string): StoreFailure => {
  const { file, line, column } = place;
  return new StoreFailure(
    'SEED_FILE_INVALID',
    bilingual(
      `要求读取规则数据文件 ${file}；第 ${line} 行 ${column} 栏为「${found}」，应为：${allowed}。请改正该文件后重新启动。`,
      `Asked to read the seed file ${file}; line ${line}, column ${column} holds "${found}", allowed: ${allowed}. Correct the file and start again.`,
    ),
    { file, line, column, found, allowed },
  );
};
