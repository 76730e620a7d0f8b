import { compactVerify, importJWK, type JWK } from 'jose';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { LINES } from '../operations/quotes/quotes.js';
import { PEOPLE, workplaceOn } from '../operations/workplace.js';
import { askAs, mutateAs } from './at-workplace.js';

interface Issued {
  readonly quote: Readonly<Record<string, unknown>> & { readonly id: string; readonly token: string; readonly number: string };
  readonly userErrors: readonly object[];
}

const INPUT = { region: '大连', institution: 'TI-DUT', lines: LINES };
const QUOTE = `quote { id number region { code } institution { code } issuedAt issuedOn expiresOn amount amountIfCleared ruleVersion ruleBookHash
  receiptHash receipt { suite hash } token issuedBy note notices { code } rulesOn
  lines { occupation { code } level headCount hours hourlyRate amountPerTrainee amount amountIfCleared status reasons { code } } }
  userErrors { code message field ... on RuleError { clause } } replayed`;
const VERIFY = `query ($token: String!) { quoteVerification(token: $token) { status text { zh en } unanswerable { zh }
  statement { number amount region { code } lines { amount } }
  today { isSameRuleBook ruleVersion ruleChanges { kind } comparison { status difference causes { code } } } } }`;

describeOnEachDatabase('quotes over GraphQL (our design, docs/decisions/0021-quotes.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const issue = (input: object = INPUT, actor = PEOPLE.institution) => mutateAs<Issued>(workplace, actor, 'issueQuote', input, QUOTE);
  const verify = (token: string) => askAs<{ quoteVerification: object }>(workplace, null, VERIFY, { token });

  it('a quote shows what it says, what proves it and what it is not', async () => {
    const { quote, userErrors } = await issue();
    expect(userErrors).toEqual([]);
    expect(quote).toMatchObject({
      region: { code: 'LN-210200' },
      institution: { code: 'TI-DUT' },
      issuedAt: '2026-03-02T04:00:00.000Z',
      issuedOn: '2026-03-02',
      expiresOn: '2026-04-01',
      amount: '148000.00',
      amountIfCleared: '148000.00',
      ruleVersion: 'subsidyEstimate@1',
      rulesOn: '2026-03-02',
      issuedBy: 'chen',
      note: expect.stringContaining('报价是计算结果，不是付款承诺'),
      notices: [{ code: 'CATEGORY_LIST_UNCONFIRMED' }],
      lines: [
        {
          occupation: { code: 'BIG_DATA' },
          headCount: 27,
          hours: '160',
          hourlyRate: '25.00',
          amountPerTrainee: '4000.00',
          amount: '108000.00',
        },
        { occupation: { code: 'AI' }, headCount: 25, hours: '80', hourlyRate: '20.00', amountPerTrainee: '1600.00', amount: '40000.00' },
      ],
    });
    expect((quote['receipt'] as { readonly hash: string }).hash).toBe(quote['receiptHash']);
  });

  it('anybody verifies it: here without a token, or elsewhere with the published key set', async () => {
    const { quote } = await issue();
    expect(await verify(quote.token)).toEqual({
      quoteVerification: {
        status: 'VALID',
        text: { zh: '真实且仍在有效期内', en: 'Genuine, and it still holds' },
        unanswerable: null,
        statement: {
          number: quote.number,
          amount: '148000.00',
          region: { code: 'LN-210200' },
          lines: [{ amount: '108000.00' }, { amount: '40000.00' }],
        },
        today: {
          isSameRuleBook: true,
          ruleVersion: 'subsidyEstimate@1',
          ruleChanges: [],
          comparison: { status: 'SAME', difference: '0.00', causes: [] },
        },
      },
    });
    const { quoteKeys } = await askAs<{ quoteKeys: { keys: JWK[] } }>(workplace, null, '{ quoteKeys { keys { kty crv x kid alg use } } }');
    const [key] = quoteKeys.keys;
    expect([quoteKeys.keys.length, key?.kty, key?.crv, key?.alg, key?.use]).toEqual([1, 'OKP', 'Ed25519', 'EdDSA', 'sig']);
    const { payload, protectedHeader } = await compactVerify(quote.token, await importJWK(key ?? {}));
    expect([protectedHeader.kid, JSON.parse(Buffer.from(payload).toString('utf8'))]).toEqual([
      key?.kid,
      expect.objectContaining({ id: quote.id }),
    ]);
  });

  it.each([
    ['nothing', '', 'NOT_A_QUOTE'],
    ['a quote without its signature', 'SIGNATURE', 'FORGED'],
  ])('%s is %s', async (_title, text, status) => {
    const token = text === 'SIGNATURE' ? (await issue()).quote.token.replace(/[^.]+$/u, '') : text;
    expect(await verify(token)).toMatchObject({ quoteVerification: { status, statement: null, today: null } });
  });

  it('a refusal says why, by which clause', async () => {
    const nothing = { ...INPUT, lines: [{ occupation: '云计算', level: 'SENIOR', headCount: 10 }] };
    expect(await issue(nothing)).toMatchObject({
      quote: null,
      userErrors: [
        {
          code: 'QUOTE_OF_NOTHING',
          field: 'lines',
          clause: 'LN2023-36/4.1.12',
          message: expect.stringContaining('NO_TRAINING_INSTITUTION'),
        },
      ],
    });
  });

  it('quotes lists them within reach, filtered and by node', async () => {
    const { quote } = await issue({ ...INPUT, region: '沈阳' });
    const list = (actor: typeof PEOPLE.institution, filter: object = {}) =>
      askAs<{ quotes: { totalCount: number; nodes: readonly { id: string }[] } }>(
        workplace,
        actor,
        'query ($filter: QuoteFilter) { quotes(first: 100, filter: $filter) { totalCount nodes { id } } }',
        { filter },
      );
    const isSeen = async (actor: typeof PEOPLE.institution, filter: object = {}) =>
      (await list(actor, filter)).quotes.nodes.some(({ id }) => id === quote.id);
    expect([await isSeen(PEOPLE.institution), await isSeen(PEOPLE.otherOfficer as never), await isSeen(PEOPLE.auditor as never)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await isSeen(PEOPLE.officer as never), await isSeen(PEOPLE.otherInstitution)]).toEqual([false, false]);
    for (const filter of [
      { year: 2026 },
      { region: 'LN-210100' },
      { institution: 'TI-DUT' },
      { holdsOn: '2026-03-02' },
      { holdsOn: '2026-04-01' },
    ])
      expect([filter, await isSeen(PEOPLE.institution, filter)]).toEqual([filter, true]);
    for (const filter of [
      { year: 2025 },
      { region: 'LN-210200' },
      { institution: 'TI-SIE' },
      { holdsOn: '2026-03-01' },
      { holdsOn: '2026-04-02' },
    ])
      expect([filter, await isSeen(PEOPLE.institution, filter)]).toEqual([filter, false]);
    const node = (actor: typeof PEOPLE.institution) =>
      askAs(workplace, actor, 'query ($id: ID!) { node(id: $id) { ... on Quote { number token } } }', { id: quote.id });
    expect(await node(PEOPLE.institution)).toEqual({ node: { number: quote.number, token: quote.token } });
    expect(await node(PEOPLE.otherInstitution)).toEqual({ node: null });
  });
});
