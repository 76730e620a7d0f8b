import type { Entry } from '../../../src/policy/figure.js';
import { assessorRefusals } from '../../../src/policy/training/assessor.js';
import { archive, bookOf } from '../harness.js';

const ASSESSOR = { bodyCode: 'EI-CESI', institutionCode: 'TI-DUT', occupationCode: 'AI' };
const codesOf = (rules: typeof archive, changes: object = {}, on = '2026-02-09') =>
  assessorRefusals(bookOf(rules, on), { ...ASSESSOR, ...changes }, 'assessmentBody').map(({ code }) => code);

/** The archive after a decision about a body, in force from 1 January 2026. */
function decided(key: string, status: string): typeof archive {
  const [like] = archive.entries.filter(({ kind }) => kind === 'ASSESSOR_LISTING');
  if (like === undefined) throw new Error('the seeds list no assessment body');
  const citation = { ...like.citation, validFrom: '2026-01-01', validTo: null };
  const entry: Entry = {
    ...like,
    kind: 'LISTING_STATUS',
    key,
    attributes: { status, documentNumber: '辽人社〔2026〕0号（测试）' },
    citation,
  };
  return { ...archive, entries: [...archive.entries, entry] };
}

/** The archive in which a training institution bears the name of an assessment body. */
const trainerNamed = (nameZh: string): typeof archive => ({
  ...archive,
  entries: archive.entries.map((entry) =>
    entry.kind === 'TRAINING_INSTITUTION' && entry.key === 'TI-DUT' ? { ...entry, attributes: { ...entry.attributes, nameZh } } : entry,
  ),
});

describe('who may assess (辽人社发〔2023〕36号, 四(二), 附件6)', () => {
  it('a body that Annex 6 lists for the occupation', () => expect(codesOf(archive)).toEqual([]));

  it.each([
    ['another occupation', { occupationCode: 'BLOCKCHAIN' }],
    ['an occupation without any body (AMB-16)', { occupationCode: 'CLOUD_COMPUTING' }],
    ['a body without a listing', { bodyCode: 'EI-CIE' }],
  ])('not for %s', (_title, changes) => expect(codesOf(archive, changes)).toEqual(['ASSESSOR_NOT_LISTED']));

  it('the refusal names who is listed', () => {
    const [refusal] = assessorRefusals(bookOf(archive, '2026-02-09'), { ...ASSESSOR, bodyCode: 'EI-CIE' }, null);
    expect(refusal?.facts['listed']).toEqual(['EI-CESI']);
    expect(refusal?.clause).toBe('LN2023-36/4.2.1');
  });

  it.each([
    ['EI-CESI', 'SUSPENDED'],
    ['EI-CESI', 'REMOVED'],
    ['EI-CESI/AI', 'SUSPENDED'],
  ])('not while %s is %s, from the day of the decision on', (key, status) => {
    expect(codesOf(decided(key, status))).toEqual(['ASSESSOR_SUSPENDED']);
    expect(codesOf(decided(key, status), {}, '2025-12-31')).toEqual([]);
  });

  it('again once a later decision lists it', () => expect(codesOf(decided('EI-CESI', 'LISTED'))).toEqual([]));

  it('never the trainer itself, which a unified social credit code shows under two names', () => {
    const [like] = archive.entries;
    if (like === undefined) throw new Error('the seeds have no entries');
    const citation = { ...like.citation, validFrom: '2026-01-01', validTo: null };
    const codeOf = (key: string, creditCode: string): Entry => ({
      ...like,
      kind: 'CREDIT_CODE',
      key,
      attributes: { creditCode },
      citation,
    });
    const both = (ofInstitution: string) => ({
      ...archive,
      entries: [...archive.entries, codeOf('ASSESSMENT/EI-CESI', '91350100M000100Y43'), codeOf('TRAINING/TI-DUT', ofInstitution)],
    });
    expect(codesOf(both('91350100M000100Y43'))).toEqual(['ASSESSOR_IS_TRAINER']);
    expect(codesOf(both('51420000500013137E'))).toEqual([]);
  });

  it('never the trainer itself, under whatever code', () => {
    const rules = trainerNamed('工业和信息化部电子工业标准化研究院');
    expect(codesOf(rules)).toEqual(['ASSESSOR_IS_TRAINER']);
  });
});
