import { bilingual } from '../../policy/bilingual.js';
import { StoreFailure } from '../store-failure.js';

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENOENT']);

/**
 * What the operating system refused in a data folder, in words: DATA_FOLDER_NOT_WRITABLE. Any other error is given back as it is.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const folderFailure = (folder: string, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof StoreFailure || !NOT_WRITABLE.has(code)) return error;
  return new StoreFailure(
    'DATA_FOLDER_NOT_WRITABLE',
    bilingual(
      `要求写入数据目录 ${folder}；操作系统拒绝（${code}）。请检查该路径的权限和剩余空间，或将 DATA_DIR 指向另一目录。`,
      `Asked to write in the data folder ${folder}; the operating system refused (${code}). Check the path's permissions and free space, or point DATA_DIR at another folder.`,
    ),
    { folder, reason: code },
    error,
  );
};
