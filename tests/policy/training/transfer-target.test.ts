import { transferRefusals, type TransferTarget } from '../../../src/policy/training/transfer-target.js';

const FROM = {
  id: '2026000000001',
  institutionCode: 'TI-DUT',
  occupationCode: 'AI',
  track: null,
  level: 'JUNIOR',
  fundingMode: 'SUBSIDISED',
  year: 2026,
} as const;
const TO: TransferTarget = { ...FROM, id: '2026000000002', status: 'APPROVED', decidedOn: '2026-03-01' };

describe('where a trainee may move to (辽人社发〔2023〕36号, 四(一))', () => {
  it.each<readonly [title: string, changes: Partial<TransferTarget>, codes: readonly string[]]>([
    ['a run of the same kind', {}, []],
    ['one that has started', { status: 'STARTED' }, []],
    ['the run itself', { id: FROM.id }, ['SAME_RUN']],
    ['another institution', { institutionCode: 'TI-SIE' }, ['RUN_DIFFERS']],
    ['another occupation', { occupationCode: 'IOT' }, ['RUN_DIFFERS']],
    ['a track', { track: '方向' }, ['RUN_DIFFERS']],
    ['another level', { level: 'SENIOR' }, ['RUN_DIFFERS']],
    ['market-funded', { fundingMode: 'MARKET' }, ['RUN_DIFFERS']],
    ['places of another year', { year: 2027 }, ['RUN_DIFFERS']],
    ['not approved yet', { status: 'FILED', decidedOn: null }, ['RUN_STATUS']],
    ['finished', { status: 'FINISHED' }, ['RUN_STATUS']],
    ['approved after the day', { decidedOn: '2026-03-03' }, ['NOT_BEFORE']],
  ])('%s', (_title, changes, codes) => {
    expect(transferRefusals(FROM, { ...TO, ...changes }, '2026-03-02').map(({ code }) => code)).toEqual(codes);
  });

  it('says everything that differs', () => {
    const [refusal] = transferRefusals(FROM, { ...TO, level: 'SENIOR', year: 2027 }, '2026-03-02');
    expect(refusal?.facts).toEqual({ parts: ['level', 'year'] });
  });
});
