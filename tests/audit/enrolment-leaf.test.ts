import { createHash } from 'node:crypto';
import { enrolmentLeaf } from '../../src/audit/enrolment-leaf.js';
import { merkleRoot } from '../../src/audit/merkle-root.js';

const LEAF = {
  enrolmentId: '2026000000007',
  courseRunId: '2026000000001',
  identityDigest: 'ab'.repeat(32),
  regionCode: 'LN-210200',
  category: 'CAT5',
  categoryEvidence: null,
  meetsNationalStandard: true,
  enrolledOn: '2026-03-02',
};
const BYTES =
  '{"category":"CAT5","categoryEvidence":null,"courseRunId":"2026000000001","enrolledOn":"2026-03-02","enrolmentId":"2026000000007","form":1,' +
  `"identityDigest":"${'ab'.repeat(32)}","kind":"ENROLMENT","meetsNationalStandard":true,"regionCode":"LN-210200"}`;

describe('the line of an enrolment under the root of its entry (RFC 8785, RFC 6962)', () => {
  it('has these bytes, whatever else its row holds', () => {
    expect(enrolmentLeaf(Object.assign({ personId: '1', status: 'ENROLLED' }, LEAF)).toString('utf8')).toBe(BYTES);
  });

  it('alone is the root: the hash of a zero byte and the line', () => {
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), Buffer.from(BYTES)]))
      .digest('hex');
    expect(merkleRoot([enrolmentLeaf(LEAF)]).toString('hex')).toBe(hash);
  });
});
