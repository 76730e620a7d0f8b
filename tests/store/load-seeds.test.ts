import type { DataSource } from 'typeorm';

import type { Figure } from '../../src/policy/figure.js';
import { loadSeeds } from '../../src/store/load-seeds.js';
import { readRuleArchive, recordFigure } from '../../src/store/rule-archive.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { codeOf, figure, question, seeds, setting } from './harness.js';

const FIRST = new Date('2021-01-01T00:00:00.000Z');
const SECOND = new Date('2022-01-01T00:00:00.000Z');
const THIRD = new Date('2023-01-01T00:00:00.000Z');

const versions = (figures: readonly Figure[], key: string): unknown[] =>
  figures.filter((row) => row.key === key).map(({ value, citation }) => [value, citation.knownFrom, citation.knownTo]);

describeOnEachDatabase('loading a release of the law (our design, docs/decisions/0001)', (open) => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await open();
  });

  it('takes in every row, known as the seed says', async () => {
    expect(await loadSeeds(dataSource, seeds(), FIRST)).toEqual({ inserted: 5, closed: 0, unchanged: 0 });
    const archive = await readRuleArchive(dataSource);
    const { files: _files, ...expected } = seeds();
    expect(archive).toEqual(expected);
  });

  it('changes nothing the second time', async () => {
    const stamps = () =>
      dataSource.query(`SELECT 'figure' AS name, xmin::text FROM figure UNION ALL SELECT 'measure', xmin::text FROM measure
      UNION ALL SELECT 'question', xmin::text FROM open_question UNION ALL SELECT 'file', xmin::text FROM seed_file ORDER BY 1, 2`);
    const before = await stamps();
    expect(await loadSeeds(dataSource, seeds(), SECOND)).toEqual({ inserted: 0, closed: 0, unchanged: 5 });
    expect(await stamps()).toEqual(before);
  });

  it('closes a changed row and knows the new one from the load on', async () => {
    const release = seeds([figure({ value: '8.00' }), figure({ key: 'B', value: '12345678901234.5678' })]);
    expect(await loadSeeds(dataSource, release, SECOND)).toEqual({ inserted: 1, closed: 1, unchanged: 4 });
    const { figures } = await readRuleArchive(dataSource);
    expect(versions(figures, 'A')).toEqual([
      ['7.25', null, SECOND.toISOString()],
      ['8.00', SECOND.toISOString(), null],
    ]);
    expect(versions(figures, 'B')).toEqual([['12345678901234.5678', null, null]]);
  });

  it('closes a row that is gone, and a new row is not known before it came', async () => {
    const release = seeds([figure({ value: '8.00' }), figure({ key: 'C', value: '1.00' })]);
    expect(await loadSeeds(dataSource, release, THIRD)).toEqual({ inserted: 1, closed: 1, unchanged: 4 });
    const { figures } = await readRuleArchive(dataSource);
    expect(versions(figures, 'B')).toEqual([['12345678901234.5678', null, THIRD.toISOString()]]);
    expect(versions(figures, 'C')).toEqual([['1.00', THIRD.toISOString(), null]]);
  });

  it('takes another reading of an open question as a new version', async () => {
    const release = seeds([figure({ value: '8.00' }), figure({ key: 'C', value: '1.00' })], 'LOOSE');
    expect(await loadSeeds(dataSource, release, THIRD)).toEqual({ inserted: 1, closed: 1, unchanged: 4 });
    const { settings, openQuestions } = await readRuleArchive(dataSource);
    expect(settings.map(({ reading, citation }) => [reading, citation.knownTo])).toEqual([
      ['STRICT', THIRD.toISOString()],
      ['LOOSE', null],
    ]);
    expect(openQuestions).toEqual([question('LOOSE')]);
  });

  it('never lets recorded time run backwards when the clock was set back', async () => {
    const release = seeds([figure({ value: '9.00' }), figure({ key: 'C', value: '1.00' })], 'LOOSE');
    expect(await loadSeeds(dataSource, release, FIRST)).toEqual({ inserted: 1, closed: 1, unchanged: 4 });
    const { figures } = await readRuleArchive(dataSource);
    expect(versions(figures, 'A').at(-1)).toEqual(['9.00', THIRD.toISOString(), null]);
  });

  it('leaves alone what was recorded by hand, and refuses a release that overlaps it', async () => {
    const release = seeds([figure({ value: '9.00' }), figure({ key: 'C', value: '1.00' })], 'LOOSE');
    await recordFigure(dataSource, figure({ regionCode: 'LN-210200', value: '13.00' }), THIRD);
    expect(await loadSeeds(dataSource, release, THIRD)).toEqual({ inserted: 0, closed: 0, unchanged: 5 });
    const overlapping = { ...release, figures: [...release.figures, figure({ regionCode: 'LN-210200', value: '14.00' })] };
    expect(await codeOf(loadSeeds(dataSource, overlapping, THIRD))).toBe('FIGURE_OVERLAPS');
    expect(await loadSeeds(dataSource, release, THIRD)).toEqual({ inserted: 0, closed: 0, unchanged: 5 });
  });

  it('loads nothing at all when one row is refused', async () => {
    const release = seeds([figure({ key: 'NEW' }), figure({ key: 'BAD', value: 'x' })], 'STRICT');
    expect(await codeOf(loadSeeds(dataSource, release, THIRD))).toBe('FIGURE_INVALID');
    const { figures, settings } = await readRuleArchive(dataSource);
    expect(versions(figures, 'NEW')).toEqual([]);
    expect(settings.at(-1)?.reading).toBe(setting('LOOSE').reading);
  });
});

describeOnEachDatabase(
  'two processes that start together',
  (open) => {
    it('migrate once and load once', async () => {
      const [left, right] = await Promise.all([open(), open()]);
      const loads = await Promise.all([loadSeeds(left, seeds(), FIRST), loadSeeds(right, seeds(), FIRST)]);
      const inserted = new Set(loads.map((load) => load.inserted));
      expect(inserted).toEqual(new Set([0, 5]));
      expect((await readRuleArchive(left)).figures).toHaveLength(2);
      expect(await left.query('SELECT count(*)::text AS count FROM migrations')).toEqual([{ count: `${left.migrations.length}` }]);
    });
  },
  { isEmpty: true },
);
