import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ENGINE_VERSION } from '../policy/engine-version.js';
import type { Measure } from '../policy/figure.js';
import type { OpenQuestion } from '../policy/rule-archive.js';
import { readSeedCsv, type Placed, type SeedRows } from './seed-csv.js';
import { seedFailure } from './seed-failure.js';
import { defaultSetting, readMeasureSheet, readOpenQuestions } from './seed-sheets.js';
import type { SeedFile, Seeds } from './seeds.js';

/**
 * The seed folder of this installation: beside package.json, whether this file runs from src/ or from dist/.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const seedFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'seeds');
};

/**
 * Everything that the seed files say, checked row by row. Throws SEED_FILE_INVALID naming file, line, column, what was
 * found and what is allowed.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const readSeedFiles = (folder: string = seedFolder()): Seeds => {
  const files: SeedFile[] = [];
  const read = (path: string): Buffer => {
    const content = readFileSync(join(folder, path));
    files.push({ path, sha256: digestOf(content) });
    return content;
  };
  const notices = namesIn(join(folder, 'measures')).map((code) => readNotice(folder, code, read));
  const measures = notices.map(({ measure }) => measure);
  const figures = notices.flatMap(({ rows }) => rows.flatMap((part) => part.figures));
  const entries = notices.flatMap(({ rows }) => rows.flatMap((part) => part.entries));
  refuseOverlaps(figures);
  refuseOverlaps(entries);
  const openQuestions = readQuestions(folder, read);
  const verifiedOn = lastVerifiedOn(measures);
  return {
    files,
    measures,
    figures: figures.map(({ row }) => row),
    entries: entries.map(({ row }) => row),
    openQuestions,
    settings: openQuestions.map((question) => defaultSetting(question, verifiedOn)),
  };
};

/** The digest of a seed file as this release reads it: a new release reads every file again. */
const digestOf = (content: Buffer): string => createHash('sha256').update(ENGINE_VERSION).update(content).digest('hex');

/**
 * The seed files with their digests, without looking inside.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const listSeedFiles = (folder: string = seedFolder()): readonly SeedFile[] => {
  const notices = namesIn(join(folder, 'measures')).flatMap((code) => {
    const tables = namesIn(join(folder, 'measures', code)).filter((name) => name.endsWith('.csv'));
    return ['document.json', ...tables].map((name) => `measures/${code}/${name}`);
  });
  const questions = namesIn(join(folder, 'open-questions')).filter((name) => name.endsWith('.json'));
  const paths = [...notices, ...questions.map((name) => `open-questions/${name}`)].filter((path) => existsSync(join(folder, path)));
  return paths.map((path) => ({ path, sha256: digestOf(readFileSync(join(folder, path))) }));
};

type Read = (path: string) => Buffer;

const namesIn = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder).sort() : []).filter((name) => !name.startsWith('.'));

const readNotice = (folder: string, code: string, read: Read): { readonly measure: Measure; readonly rows: readonly SeedRows[] } => {
  const path = `measures/${code}`;
  const sheetFile = `${path}/document.json`;
  if (!existsSync(join(folder, sheetFile))) throw seedFailure({ file: sheetFile, line: 1, column: '*' }, '', 'the sheet of the notice');
  const measure = readMeasureSheet(sheetFile, read(sheetFile), code);
  const tables = namesIn(join(folder, path)).filter((name) => name.endsWith('.csv'));
  return { measure, rows: tables.map((name) => readSeedCsv(`${path}/${name}`, read(`${path}/${name}`), measure)) };
};

const readQuestions = (folder: string, read: Read): readonly OpenQuestion[] => {
  const seen = new Set<string>();
  return namesIn(join(folder, 'open-questions'))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = `open-questions/${name}`;
      const questions = readOpenQuestions(file, read(file));
      for (const { id, key } of questions) {
        const repeated = [id, key].find((code) => seen.has(code));
        if (repeated !== undefined) throw seedFailure({ file, line: 1, column: id }, repeated, 'each id and key once');
        seen.add(id).add(key);
      }
      return questions;
    });
};

const lastVerifiedOn = (measures: readonly Measure[]): string =>
  measures
    .map((measure) => measure.lastVerifiedOn)
    .sort()
    .at(-1) ?? '1970-01-01';

type Dated = {
  readonly kind: string;
  readonly key: string;
  readonly regionCode: string | null;
  readonly citation: { readonly validFrom: string | null; readonly validTo: string | null };
};

/** The database would refuse them too, but cannot name the lines. */
const refuseOverlaps = (rows: readonly Placed<Dated>[]): void => {
  const groups = new Map<string, Placed<Dated>[]>();
  for (const placed of rows) {
    const name = JSON.stringify([placed.row.kind, placed.row.key, placed.row.regionCode]);
    const group = groups.get(name) ?? [];
    const other = group.find(({ row }) => overlap(row.citation, placed.row.citation));
    if (other !== undefined) {
      const place = { file: placed.file, line: placed.line, column: 'key' };
      throw seedFailure(place, placed.row.key, `a period that does not overlap ${other.file} line ${other.line}`);
    }
    group.push(placed);
    groups.set(name, group);
  }
};

const overlap = (left: Dated['citation'], right: Dated['citation']): boolean =>
  startsBeforeEnd(left, right) && startsBeforeEnd(right, left);

const startsBeforeEnd = (left: Dated['citation'], right: Dated['citation']): boolean =>
  left.validFrom === null || right.validTo === null || left.validFrom <= right.validTo;
