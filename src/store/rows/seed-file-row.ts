import { EntitySchema } from 'typeorm';

/** Which bytes of which seed file the rows came from. */
export interface SeedFileRow {
  readonly path: string;
  readonly sha256: string;
  readonly loadedAt: Date;
}

export const seedFileRow = new EntitySchema<SeedFileRow>({
  name: 'seed_file',
  columns: {
    path: { type: 'text', primary: true },
    sha256: { type: 'text' },
    loadedAt: { type: 'timestamptz', name: 'loaded_at' },
  },
});
