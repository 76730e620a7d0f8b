import { READINGS_OF_REGIONS } from '../../../src/policy/proposals/readings-of-regions.js';
import { archive } from '../harness.js';

test('a region settles for itself what the open questions say its own bureaus settle, and nothing else', () => {
  const settled = archive.openQuestions.filter(({ settledBy }) =>
    /^HR( and finance)? bureaus? of the region$|^Finance bureau of the region$/u.test(settledBy.en),
  );
  expect([...READINGS_OF_REGIONS].sort()).toEqual(settled.map(({ key }) => key).sort());
  expect(READINGS_OF_REGIONS).not.toContain('quota.mode');
});
