import { proposeCategoryList } from '../../../src/operations/governance/propose-category-list.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { RuleDesk } from '../../../src/operations/rule-desk.js';
import { categoriesOf } from '../../../src/policy/category-list.js';
import { subsidyEstimate } from '../../../src/policy/subsidy-estimate.js';
import { loadSeeds } from '../../../src/store/load-seeds.js';
import { readRuleArchive } from '../../../src/store/rule-archive.js';
import { readSeedFiles } from '../../../src/store/seed-files.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, NOON, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { approve, decided } from './decisions.js';

const category = (code: string) => ({ code, nameZh: `类别${code}`, nameEn: `Category ${code}` });
const LIST = {
  categories: ['GRADUATE', 'RURAL_WORKER', 'CAT1'].map(category),
  validFrom: '2026-04-01',
  documentNumber: '辽财社〔2026〕0号（测试）',
};

describeOnEachDatabase('the confirmed list of trainee categories (辽人社发〔2023〕36号, 四(一)2; Q01)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const codesOn = (on: string, desk = workplace.desk) => categoriesOf(desk.ruleBook({ on })).map(({ code }) => code);
  const noticesOn = (on: string) => {
    const lines = [{ occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 1 }];
    return workplace.desk.answer(subsidyEstimate, { on, lines }).notices;
  };

  it('until it is confirmed six placeholders stand, and every amount says so', () => {
    expect(codesOn('2026-03-31')).toEqual(['CAT1', 'CAT2', 'CAT3', 'CAT4', 'CAT5', 'CAT6']);
    expect(noticesOn('2026-04-01')).toEqual(['CATEGORY_LIST_UNCONFIRMED']);
  });

  it('from its day on it stands in the place of all of them, and the notice is gone; before that day it is not', async () => {
    const proposal = await done(workplace, proposeCategoryList, PEOPLE.province, LIST);
    expect(noticesOn('2026-04-01')).toEqual(['CATEGORY_LIST_UNCONFIRMED']);
    await approve(workplace, proposal);
    expect(codesOn('2026-04-01')).toEqual(['CAT1', 'GRADUATE', 'RURAL_WORKER']);
    expect(noticesOn('2026-04-01')).toEqual([]);
    expect(codesOn('2026-03-31')).toEqual(['CAT1', 'CAT2', 'CAT3', 'CAT4', 'CAT5', 'CAT6']);
    expect(noticesOn('2026-03-31')).toEqual(['CATEGORY_LIST_UNCONFIRMED']);
    expect(categoriesOf(workplace.desk.ruleBook({ on: '2026-04-01' }))[0]).toMatchObject({
      nameZh: '类别CAT1',
      entry: { citation: { documentNumber: '辽财社〔2026〕0号（测试）', status: 'PRINTED', validFrom: '2026-04-01' } },
    });
  });

  it('another list replaces it from its own day on', async () => {
    const categories = ['GRADUATE', 'VETERAN'].map(category);
    await decided(workplace, proposeCategoryList, { ...LIST, categories, validFrom: '2027-01-01' });
    expect(codesOn('2026-12-31')).toEqual(['CAT1', 'GRADUATE', 'RURAL_WORKER']);
    expect(codesOn('2027-01-01')).toEqual(['GRADUATE', 'VETERAN']);
  });

  it('no later release of the notices brings the placeholders back', async () => {
    const seeds = readSeedFiles();
    const entries = seeds.entries.map((entry) => ({ ...entry, citation: { ...entry.citation, lastVerifiedOn: '2026-12-31' } }));
    await loadSeeds(workplace.dataSource, { ...seeds, entries }, NOON);
    const desk = new RuleDesk(await readRuleArchive(workplace.dataSource), workplace.clock);
    expect([codesOn('2026-03-31', desk).length, codesOn('2026-04-01', desk), codesOn('2027-01-01', desk)]).toEqual([
      6,
      ['CAT1', 'GRADUATE', 'RURAL_WORKER'],
      ['GRADUATE', 'VETERAN'],
    ]);
  });

  it('names each category once', async () => {
    const twice = { ...LIST, categories: [category('GRADUATE'), category('GRADUATE')] };
    expect(await refusalsOf(workplace, proposeCategoryList, PEOPLE.province, twice)).toEqual(['CATEGORY_TWICE']);
  });

  it.each([
    ['no category at all', PEOPLE.province, { ...LIST, categories: [] }, 'BAD_USER_INPUT'],
    ['a code that is none', PEOPLE.province, { ...LIST, categories: [{ ...category('A'), code: 'a b' }] }, 'BAD_USER_INPUT'],
    ['a day before the notice', PEOPLE.province, { ...LIST, validFrom: '2023-12-28' }, 'RULE_NOT_IN_FORCE'],
    ['a region', PEOPLE.officer, LIST, 'FORBIDDEN'],
  ])('%s is refused', async (_title, actor, input, code) => {
    await expect(act(workplace, proposeCategoryList, actor, input)).rejects.toMatchObject({ code });
  });
});
