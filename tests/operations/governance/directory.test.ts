import { addListing } from '../../../src/operations/governance/add-listing.js';
import { changeDirectoryStatus } from '../../../src/operations/governance/change-directory-status.js';
import { registerCreditCode } from '../../../src/operations/governance/register-credit-code.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { isListed, trainingInstitutionOf, trainingInstitutionsOf } from '../../../src/policy/directory.js';
import { tariffCell } from '../../../src/policy/tariff.js';
import { listingStatusOf } from '../../../src/policy/training/listing-status.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { approve, decided } from './decisions.js';

const DOCUMENT = '辽人社函〔2026〕0号（测试）';
const BODY = { directory: 'TRAINING', body: '大连理工大学', documentNumber: DOCUMENT };
/** A code whose check character holds by GB 32100. */
const CREDIT_CODE = '91350100M000100Y43';

describeOnEachDatabase('the directories on a day (辽人社发〔2023〕36号, 四(一)1, 五(一), 附件1, 附件6)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const bookOn = (on: string) => workplace.desk.ruleBook({ on });
  const listedOn = (on: string, occupation: string, body = 'TI-DUT') => isListed(bookOn(on), 'TRAINING', body, occupation);
  const change = (status: string, validFrom: string, rest: object = {}) =>
    decided(workplace, changeDirectoryStatus, { ...BODY, status, validFrom, ...rest });

  it('a suspension for one occupation ends new runs of it from its day on, and no other', async () => {
    await change('SUSPENDED', '2026-04-01', { occupation: 'BIG_DATA' });
    expect([listedOn('2026-03-31', 'BIG_DATA'), listedOn('2026-04-01', 'BIG_DATA'), listedOn('2026-04-01', 'AI')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(listingStatusOf(bookOn('2026-04-01'), 'TI-DUT', 'BIG_DATA')).toEqual({
      status: 'SUSPENDED',
      since: '2026-04-01',
      documentNumber: DOCUMENT,
    });
  });

  it('the whole body suspended is listed for nothing; listed again it is, but for the occupation that is suspended itself', async () => {
    await change('SUSPENDED', '2026-05-01');
    await change('LISTED', '2026-06-01');
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((on) => listedOn(on, 'AI'))).toEqual([true, false, false, true]);
    expect(listedOn('2026-06-01', 'BIG_DATA')).toBe(false);
  });

  it('a removed body can still be found: old runs and claims are its own', async () => {
    await change('REMOVED', '2026-09-01');
    expect(trainingInstitutionOf(bookOn('2026-09-01'), 'TI-DUT', 'institution').code).toBe('TI-DUT');
    expect(listedOn('2026-09-01', 'AI')).toBe(false);
    expect(listedOn('2026-08-31', 'AI')).toBe(true);
  });

  it('a listing for an occupation that nobody trains or assesses makes its cells payable from its day on', async () => {
    const cloud = { ...BODY, body: '东北大学', occupation: '云计算', validFrom: '2026-04-01' };
    const obstaclesOn = (on: string) => tariffCell(bookOn(on), 'CLOUD_COMPUTING', 'JUNIOR', 'occupation').obstacles;
    expect(obstaclesOn('2026-04-01')).toEqual(['NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
    const known = trainingInstitutionsOf(bookOn('2026-04-01'))[0]?.nameZh ?? '';
    await decided(workplace, addListing, { ...cloud, body: known });
    await decided(workplace, addListing, { ...cloud, directory: 'ASSESSMENT', body: 'EI-CESI' });
    expect(obstaclesOn('2026-04-01')).toEqual([]);
    expect(obstaclesOn('2026-03-31')).toEqual(['NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
    expect(await refusalsOf(workplace, addListing, PEOPLE.province, { ...cloud, body: known })).toEqual(['LISTING_KNOWN']);
  });

  it('a new body comes in with its first listing, under a code and a name that nobody has', async () => {
    const fresh = { ...BODY, body: '某职业技术学院（测试）', occupation: 'BIG_DATA', validFrom: '2026-04-01' };
    const newBody = { code: 'TI-TEST', nameEn: 'A college (test)', homeRegion: '本溪' };
    await decided(workplace, addListing, { ...fresh, newBody });
    expect([listedOn('2026-04-01', 'BIG_DATA', 'TI-TEST'), listedOn('2026-03-31', 'BIG_DATA', 'TI-TEST')]).toEqual([true, false]);
    expect(trainingInstitutionOf(bookOn('2026-04-01'), '某职业技术学院（测试）', 'body')).toMatchObject({
      code: 'TI-TEST',
      homeRegionCode: 'LN-210500',
    });
    expect(await refusalsOf(workplace, addListing, PEOPLE.province, { ...fresh, newBody })).toEqual(['BODY_KNOWN']);
    expect(await refusalsOf(workplace, addListing, PEOPLE.province, { ...fresh, newBody: { ...newBody, code: 'TI-OTHER' } })).toEqual([
      'BODY_KNOWN',
    ]);
  });

  it('a credit code is that of one body, checked by GB 32100, registered by its region and shown from its day on', async () => {
    const input = { ...BODY, creditCode: CREDIT_CODE.toLowerCase(), validFrom: '2026-03-02' };
    const proposal = await done(workplace, registerCreditCode, PEOPLE.officer, input);
    expect(proposal.regionCode).toBe('LN-210200');
    await approve(workplace, proposal, PEOPLE.reviewer);
    const codeOn = (on: string) => trainingInstitutionOf(bookOn(on), 'TI-DUT', 'body').creditCode;
    expect([codeOn('2026-03-01'), codeOn('2026-03-02')]).toEqual([null, CREDIT_CODE]);
    expect(await refusalsOf(workplace, registerCreditCode, PEOPLE.province, { ...input, body: 'TI-SIE' })).toEqual(['CREDIT_CODE_TAKEN']);
  });

  it.each([
    ['a status that stands already', { ...BODY, body: 'TI-SIE', status: 'LISTED', validFrom: '2026-04-01' }, ['STATUS_UNCHANGED']],
    [
      'an occupation outside its listings',
      { ...BODY, status: 'SUSPENDED', validFrom: '2026-04-01', occupation: '区块链', body: 'TI-LNTU' },
      ['NOT_LISTED_FOR'],
    ],
  ])('%s is refused', async (_title, input, codes) => {
    expect(await refusalsOf(workplace, changeDirectoryStatus, PEOPLE.province, input)).toEqual(codes);
  });

  it.each([
    ['an unknown body', PEOPLE.province, { body: '某大学' }, 'UNKNOWN_INSTITUTION'],
    ['a code with another check character', PEOPLE.province, { creditCode: '91350100M000100Y44' }, 'SOCIAL_CREDIT_CODE_INVALID'],
    ['a body of another region', PEOPLE.otherOfficer, {}, 'FORBIDDEN'],
    ['a body without a known region, by a region', PEOPLE.officer, { directory: 'ASSESSMENT', body: 'EI-CESI' }, 'FORBIDDEN'],
  ])('%s is refused', async (_title, actor, rest, code) => {
    const input = { ...BODY, creditCode: CREDIT_CODE, validFrom: '2026-03-02', ...rest };
    await expect(act(workplace, registerCreditCode, actor, input)).rejects.toMatchObject({ code });
  });
});
