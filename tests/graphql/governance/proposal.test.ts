import type { Workplace } from '../../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { PEOPLE, workplaceOn } from '../../operations/workplace.js';
import { askAs, mutateAs } from '../at-workplace.js';

const DOCUMENT = '辽人社函〔2026〕0号（测试）';
const DATED = { validFrom: '2026-04-01', documentNumber: DOCUMENT };
const CHANGE = `kind
  ... on ReadingChange { question { code key } reading region { nameZh } validFrom validTo }
  ... on CategoryListChange { categories { code nameZh nameEn } validFrom }
  ... on RegionalRateChange { region { nameZh } occupation { shortZh } level hourlyRate requiredHours validFrom validTo replacesEarlier }
  ... on DirectoryStatusChange { directory bodyCode bodyName occupation { shortZh } status validFrom }
  ... on ListingChange { directory bodyCode bodyName occupation { shortZh } isNewBody homeRegion { nameZh } validFrom }
  ... on CreditCodeChange { directory bodyCode bodyName creditCode validFrom }`;
const PROPOSAL = `id kind region { nameZh } change { ${CHANGE} } documentNumber status proposedBy proposedAt decidedBy decidedAt decisionNote`;
const ANSWER = `proposal { ${PROPOSAL} } userErrors { __typename code message clause needed { en } ... on StatusError { found expected } ... on SamePersonError { earlierAct } } replayed`;

interface Answer {
  readonly proposal: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly { readonly code: string }[];
  readonly replayed: boolean;
}

describeOnEachDatabase('mutations of what two persons decide (docs/decisions/0016-two-persons.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const propose = (mutation: string, input: object, by = PEOPLE.province) =>
    mutateAs<Answer>(workplace, by, mutation, { ...DATED, ...input }, ANSWER);
  const approve = (id: string, by = PEOPLE.provinceReviewer) =>
    mutateAs<Answer>(workplace, by, 'approveProposal', { proposalId: id, note: '同意' }, ANSWER);
  const body = { directory: 'TRAINING', body: '大连理工大学' };

  it.each([
    [
      'proposeReading',
      { question: 'Q46', reading: 'TARGET', region: '大连', validTo: '2026-12-31' },
      { question: { code: 'Q46', key: 'quota.mode' }, reading: 'TARGET', region: { nameZh: '大连' }, validTo: '2026-12-31' },
    ],
    [
      'proposeCategoryList',
      { categories: [{ code: 'A', nameZh: '甲', nameEn: 'First' }] },
      { categories: [{ code: 'A', nameZh: '甲', nameEn: 'First' }] },
    ],
    [
      'changeDirectoryStatus',
      { ...body, occupation: '大数据', status: 'SUSPENDED' },
      { ...body, body: undefined, bodyCode: 'TI-DUT', bodyName: '大连理工大学', occupation: { shortZh: '大数据' }, status: 'SUSPENDED' },
    ],
    [
      'addListing',
      { ...body, body: '某学院（测试）', occupation: '云计算', newBody: { code: 'TI-TEST', nameEn: 'A college', homeRegion: '本溪' } },
      {
        directory: 'TRAINING',
        bodyCode: 'TI-TEST',
        bodyName: '某学院（测试）',
        occupation: { shortZh: '云计算' },
        isNewBody: true,
        homeRegion: { nameZh: '本溪' },
      },
    ],
    [
      'registerCreditCode',
      { ...body, creditCode: '91350100M000100Y43' },
      { directory: 'TRAINING', bodyCode: 'TI-DUT', bodyName: '大连理工大学', creditCode: '91350100M000100Y43' },
    ],
  ])('%s shows what it would change as typed fields, and approval puts it into effect', async (mutation, input, change) => {
    const { proposal, userErrors } = await propose(mutation, input);
    expect(userErrors).toEqual([]);
    expect(proposal).toMatchObject({
      status: 'PROPOSED',
      documentNumber: DOCUMENT,
      proposedBy: 'feng',
      proposedAt: '2026-03-02T04:00:00.000Z',
      decidedBy: null,
      change: JSON.parse(JSON.stringify({ ...change, validFrom: '2026-04-01' })),
    });
    expect((await approve(proposal?.id ?? '')).proposal).toMatchObject({ status: 'APPROVED', decidedBy: 'jiang', decisionNote: '同意' });
  });

  it('proposeRegionalRate, and the history of a region with who proposed and approved it, for those who may see that', async () => {
    const rate = { region: '大连', level: 'JUNIOR', hourlyRate: '12.50', validTo: '2026-06-30' };
    const { proposal } = await propose('proposeRegionalRate', rate, PEOPLE.officer as never);
    expect(proposal).toMatchObject({
      region: { nameZh: '大连' },
      change: { ...rate, region: { nameZh: '大连' }, occupation: null, requiredHours: null },
    });
    await approve(proposal?.id ?? '', PEOPLE.reviewer as never);
    const query = `{ regionalRates(region: "大连") { hourlyRate requiredHours level occupation { code } isStanding
      citation { documentNumber validFrom validTo } proposal { proposedBy decidedBy } } }`;
    const shown = {
      hourlyRate: '12.50',
      requiredHours: null,
      level: 'JUNIOR',
      occupation: null,
      isStanding: true,
      citation: { documentNumber: DOCUMENT, validFrom: '2026-04-01', validTo: '2026-06-30' },
    };
    expect(await askAs(workplace, PEOPLE.officer, query)).toEqual({
      regionalRates: [{ ...shown, proposal: { proposedBy: 'wang', decidedBy: 'li' } }],
    });
    for (const stranger of [null, PEOPLE.otherOfficer, PEOPLE.institution])
      expect(await askAs(workplace, stranger, query)).toEqual({ regionalRates: [{ ...shown, proposal: null }] });
  });

  it('what was decided is what the reference queries show', async () => {
    const query = `{
      before: categoryList(on: "2026-03-31") { isConfirmed notice { code needed { en } } categories { code } citation { status } }
      after: categoryList(on: "2026-04-01") { isConfirmed notice { code } categories { code nameZh citation { documentNumber } } citation { documentNumber } }
      openQuestion(code: "Q01", on: "2026-04-01") { status readingInForce { code } }
      trainingInstitutions(filter: { occupation: "大数据" }, on: "2026-04-01") { nodes { code } }
      region(code: "大连") { nameZh }
    }`;
    expect(await askAs(workplace, null, query)).toMatchObject({
      before: {
        isConfirmed: false,
        notice: { code: 'CATEGORY_LIST_UNCONFIRMED', needed: { en: 'the confirmed list with its document number' } },
      },
      after: {
        isConfirmed: true,
        notice: null,
        categories: [{ code: 'A', nameZh: '甲', citation: { documentNumber: DOCUMENT } }],
        citation: { documentNumber: DOCUMENT },
      },
      openQuestion: { status: 'CONFIRMED', readingInForce: { code: 'CONFIRMED_LIST' } },
      trainingInstitutions: { nodes: [{ code: 'TI-ASVTC' }, { code: 'TI-DNUI' }, { code: 'TI-SIE' }, { code: 'TI-YKVTC' }] },
    });
    const bodies = `{ trainingInstitutions(on: "2026-04-01", first: 100) { nodes { code creditCode status statusSince statusDocument
      listings { occupation { code } status statusSince statusDocument } } } }`;
    const { trainingInstitutions } = await askAs<{ trainingInstitutions: { nodes: { code: string; listings: object[] }[] } }>(
      workplace,
      null,
      bodies,
    );
    const found = trainingInstitutions.nodes.find(({ code }) => code === 'TI-DUT');
    expect(found).toMatchObject({ creditCode: '91350100M000100Y43', status: 'LISTED', statusSince: null, statusDocument: null });
    expect(found?.listings).toContainEqual({
      occupation: { code: 'BIG_DATA' },
      status: 'SUSPENDED',
      statusSince: '2026-04-01',
      statusDocument: DOCUMENT,
    });
    expect(found?.listings).toContainEqual({ occupation: { code: 'AI' }, status: 'LISTED', statusSince: null, statusDocument: null });
  });

  it('refusals say why, and what is needed', async () => {
    const { proposal } = await propose('proposeReading', { question: 'Q41', reading: 'WHOLE_CLASS' });
    const rejected = await mutateAs<Answer>(
      workplace,
      PEOPLE.provinceReviewer,
      'rejectProposal',
      { proposalId: proposal?.id, reason: '依据不足' },
      ANSWER,
    );
    expect(rejected).toMatchObject({ proposal: { status: 'REJECTED', decisionNote: '依据不足' }, userErrors: [], replayed: false });
    expect(await approve(proposal?.id ?? '')).toMatchObject({
      proposal: null,
      userErrors: [{ __typename: 'StatusError', code: 'PROPOSAL_STATUS', found: 'REJECTED', expected: ['PROPOSED'] }],
    });
  });

  it('the same key is answered with the same reply', async () => {
    const input = { question: 'Q41', reading: 'WHOLE_CLASS', idempotencyKey: 'graphql-key-0001' };
    const first = await propose('proposeReading', input);
    expect(await propose('proposeReading', input)).toEqual({ ...first, replayed: true });
  });

  it('proposals are listed within reach, filtered and paged', async () => {
    const query = `query ($filter: ProposalFilter) { proposals(filter: $filter, first: 100) { totalCount nodes { kind region { nameZh } status } } }`;
    const listed = (actor: Parameters<typeof askAs>[1], filter: object | null = null) =>
      askAs<{ proposals: { totalCount: number; nodes: { kind: string; region: object | null }[] } }>(workplace, actor, query, { filter });
    const all = (await listed(PEOPLE.auditor)).proposals;
    expect(all.nodes).toHaveLength(all.totalCount);
    expect(new Set(all.nodes.map(({ kind }) => kind)).size).toBe(6);
    const own = (await listed(PEOPLE.finance)).proposals;
    expect(own.nodes.map(({ region }) => region)).toEqual(own.nodes.map(() => ({ nameZh: '大连' })));
    expect(own.totalCount).toBeGreaterThan(0);
    expect((await listed(PEOPLE.otherOfficer)).proposals).toEqual({ totalCount: 0, nodes: [] });
    expect((await listed(PEOPLE.auditor, { kind: 'REGIONAL_RATE', status: 'APPROVED', region: '大连' })).proposals.totalCount).toBe(1);
    await expect(listed(PEOPLE.institution)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listed(null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
