import { EntitySchema } from 'typeorm';

import { citedColumns, type CitedRow } from './cited-row.js';

export interface SettingRow extends CitedRow {
  readonly reading: string;
}

export const settingRow = new EntitySchema<SettingRow>({
  name: 'setting',
  columns: { ...citedColumns, reading: { type: 'text' } },
});
