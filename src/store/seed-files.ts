import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CALENDAR_YEAR, faultOfCalendarYear, isCalendarNotice } from '../policy/calendar-year.js';
import { ENGINE_VERSION } from '../policy/engine-version.js';
import type { Entry, Measure } from '../policy/figure.js';
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
  const notices = noticesIn(folder).map((notice) => readNotice(folder, notice, read));
  const measures = notices.map(({ measure }) => measure);
  const figures = notices.flatMap(({ rows }) => rows.flatMap((part) => part.figures));
  const entries = notices.flatMap(({ rows }) => rows.flatMap((part) => part.entries));
  refuseOverlaps(figures);
  refuseOverlaps(entries);
  refuseFaultyCalendars(entries);
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
  const notices = noticesIn(folder).flatMap(({ path }) => {
    const tables = namesIn(join(folder, path)).filter((name) => name.endsWith('.csv'));
    return ['document.json', ...tables].map((name) => `${path}/${name}`);
  });
  const questions = namesIn(join(folder, 'open-questions')).filter((name) => name.endsWith('.json'));
  const paths = [...notices, ...questions.map((name) => `open-questions/${name}`)].filter((path) => existsSync(join(folder, path)));
  return paths.map((path) => ({ path, sha256: digestOf(readFileSync(join(folder, path))) }));
};

type Read = (path: string) => Buffer;

const namesIn = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder).sort() : []).filter((name) => !name.startsWith('.'));

/** The folder of a notice: its code, and its path from the seed folder. */
interface NoticeFolder {
  readonly code: string;
  readonly path: string;
}

/** The notices of the programme and those that lay down the working-day calendar, by code: the order in which the database gives them back. */
const noticesIn = (folder: string): readonly NoticeFolder[] =>
  ['measures', 'calendar']
    .flatMap((parent) => namesIn(join(folder, parent)).map((code) => ({ code, path: `${parent}/${code}` })))
    .sort((left, right) => (left.code < right.code ? -1 : 1));

interface ReadNotice {
  readonly measure: Measure;
  readonly rows: readonly SeedRows[];
}

const readNotice = (folder: string, { code, path }: NoticeFolder, read: Read): ReadNotice => {
  const sheetFile = `${path}/document.json`;
  if (!existsSync(join(folder, sheetFile))) throw seedFailure({ file: sheetFile, line: 1, column: '*' }, '', 'the sheet of the notice');
  const measure = readMeasureSheet(sheetFile, read(sheetFile), code);
  const tables = namesIn(join(folder, path)).filter((name) => name.endsWith('.csv'));
  return { measure, rows: tables.map((name) => readSeedCsv(`${path}/${name}`, read(`${path}/${name}`), measure)) };
};

/** In the order in which the database gives them back: by number, whatever file they stand in. */
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
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
};

/** Two kinds of notice must not be mistaken for each other, and a year's calendar is whole or no calendar. */
const refuseFaultyCalendars = (entries: readonly Placed<Entry>[]): void => {
  for (const { row, file, line } of entries) {
    const isCalendar = row.kind === CALENDAR_YEAR;
    if (isCalendar !== isCalendarNotice(row.citation.documentCode))
      throw seedFailure({ file, line, column: 'kind' }, row.kind, `${CALENDAR_YEAR} in a notice on holidays, and nowhere else`);
    const fault = isCalendar ? faultOfCalendarYear(row) : null;
    if (fault !== null) throw seedFailure({ file, line, column: fault.column }, fault.found, fault.allowed.en);
  }
};

/** The day on which the notices of the programme were last checked: the open questions are theirs. */
const lastVerifiedOn = (measures: readonly Measure[]): string =>
  measures
    .filter(({ code }) => !isCalendarNotice(code))
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
