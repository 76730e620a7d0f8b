import { assessmentBodiesOf, hasListing, isListed, trainingInstitutionsOf } from '../../src/policy/directory.js';
import { ASSESSORS, TARIFF, TRAINERS } from './annexes.js';
import { archive, book, bookOf } from './harness.js';

describe('who is listed for what (辽人社发〔2023〕36号, 附件1, 附件6)', () => {
  it.each(TARIFF)('%s (%s)', (occupation) => {
    const trainers = trainingInstitutionsOf(book).filter(({ listings }) =>
      listings.some(({ occupationCode }) => occupationCode === occupation),
    );
    const assessors = assessmentBodiesOf(book).filter(({ listings }) =>
      listings.some(({ occupationCode }) => occupationCode === occupation),
    );
    expect(trainers.map(({ code }) => code).sort()).toEqual([...(TRAINERS[occupation] ?? [])].sort());
    expect(assessors.map(({ code }) => code)).toEqual(ASSESSORS[occupation] === undefined ? [] : [ASSESSORS[occupation]]);
    expect(hasListing(book, 'TRAINING', occupation)).toBe(occupation in TRAINERS);
    expect(hasListing(book, 'ASSESSMENT', occupation)).toBe(occupation in ASSESSORS);
  });

  it('has 26 trainer listings and 8 assessor listings', () => {
    expect(trainingInstitutionsOf(book).flatMap(({ listings }) => listings)).toHaveLength(26);
    expect(assessmentBodiesOf(book).flatMap(({ listings }) => listings)).toHaveLength(8);
  });

  it.each([
    ['TI-NEU', 'BLOCKCHAIN', true],
    ['东北大学', 'BLOCKCHAIN', true],
    ['东北大学', 'BIG_DATA', false],
    ['东北', 'BLOCKCHAIN', false],
    ['', 'BLOCKCHAIN', false],
    ['东北大学', 'CLOUD_COMPUTING', false],
  ])('%s for %s: %s; a listing for one occupation gives no right to another', (institution, occupation, listed) => {
    expect(isListed(book, 'TRAINING', institution, occupation)).toBe(listed);
  });

  it('lists nobody before the notice', () => {
    expect(trainingInstitutionsOf(bookOf(archive, '2023-12-28'))).toEqual([]);
  });
});
