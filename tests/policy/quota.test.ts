import { quotaRowsOf, quotaTotal } from '../../src/policy/quota.js';
import { QUOTA } from './annexes.js';
import { book } from './harness.js';

describe('the quota table (辽人社发〔2023〕36号, 附件7)', () => {
  it('has fifteen regions in printed order and 3000 places', () => {
    expect(quotaRowsOf(book).map(({ region, places }) => [region.code, region.nameZh, places])).toEqual(QUOTA);
    expect(quotaTotal(book)).toBe(3000);
  });
});
