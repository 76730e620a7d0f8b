import type { Citation } from '../../src/policy/figure.js';
import { loadSeeds } from '../../src/store/load-seeds.js';
import { readRuleArchive } from '../../src/store/rule-archive.js';
import { readSeedFiles } from '../../src/store/seed-files.js';
import { describeOnEachDatabase } from '../harness/databases.js';

type Row = { readonly kind?: string; readonly key: string; readonly regionCode: string | null; readonly citation: Citation };
const nameOf = ({ kind, key, regionCode, citation }: Row): string =>
  [kind ?? '', key, regionCode ?? '', citation.validFrom ?? ''].join('\u0000');
const inOrder = <One extends Row>(rows: readonly One[]): One[] => rows.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));

describeOnEachDatabase('the archive of the notices shipped with this release', (open) => {
  it('gives back every row of the seed files exactly', async () => {
    const dataSource = await open();
    const shipped = readSeedFiles();
    await loadSeeds(dataSource, shipped, new Date('2030-01-01T00:00:00.000Z'));
    const archive = await readRuleArchive(dataSource);
    expect(archive.measures).toEqual(shipped.measures);
    expect(archive.figures).toEqual(inOrder(shipped.figures));
    expect(archive.entries).toEqual(inOrder(shipped.entries));
    expect(archive.settings).toEqual(inOrder(shipped.settings));
    expect(archive.openQuestions).toEqual(shipped.openQuestions.toSorted((left, right) => (left.id < right.id ? -1 : 1)));
    expect(archive.figures.length).toBeGreaterThan(100);
  });

  it('is the same bytes each time it is read', async () => {
    const dataSource = await open();
    expect(JSON.stringify(await readRuleArchive(dataSource))).toBe(JSON.stringify(await readRuleArchive(dataSource)));
  });
});
