import { approveProposal, rejectProposal } from '../../../src/operations/governance/decide-proposal.js';
import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { approvalRefusals, approve, proposalId, rejectionRefusals } from './decisions.js';

const READING = { question: 'Q13', reading: 'PER_LINE_HALF_UP', validFrom: '2027-01-01', documentNumber: '辽人社函〔2026〕0号（测试）' };
const OWN_READING = { ...READING, question: 'Q41', reading: 'WHOLE_CLASS', region: '大连' };

describeOnEachDatabase('a proposal (our design, docs/decisions/0016-two-persons.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const propose = (input: object = READING) => done(workplace, proposeReading, PEOPLE.province, input);

  it('is made by one person and approved by another, once', async () => {
    const proposal = await propose();
    expect(proposal).toMatchObject({
      kind: 'READING',
      regionCode: null,
      status: 'PROPOSED',
      proposedBy: 'feng',
      proposedAt: '2026-03-02T04:00:00.000Z',
      decidedBy: null,
    });
    expect(await approve(workplace, proposal)).toMatchObject({
      status: 'APPROVED',
      decidedBy: 'jiang',
      decidedAt: '2026-03-02T04:00:00.000Z',
    });
    expect(await approvalRefusals(workplace, proposal)).toEqual(['PROPOSAL_STATUS']);
    expect(await rejectionRefusals(workplace, proposal)).toEqual(['PROPOSAL_STATUS']);
  });

  it('is rejected with a reason, and nothing comes of it', async () => {
    const before = workplace.desk.ruleBook({ on: '2028-01-01' }).hash;
    const proposal = await propose({ ...READING, reading: 'PER_TRAINEE_DOWN', validFrom: '2028-01-01' });
    const rejected = await done(workplace, rejectProposal, PEOPLE.provinceReviewer, { ...proposalId(proposal), reason: '依据不足' });
    expect(rejected).toMatchObject({ status: 'REJECTED', decisionNote: '依据不足' });
    expect(await approvalRefusals(workplace, proposal)).toEqual(['PROPOSAL_STATUS']);
    expect(workplace.desk.ruleBook({ on: '2028-01-01' }).hash).toBe(before);
  });

  it('is not decided by the person who made it, whatever roles that person has', async () => {
    const both = person('feng', ['PROVINCE_OFFICER', 'PROVINCE_REVIEWER']);
    const proposal = await done(workplace, proposeReading, both, READING);
    expect(await approvalRefusals(workplace, proposal, both)).toEqual(['SAME_PERSON']);
    expect(await rejectionRefusals(workplace, proposal, both)).toEqual(['SAME_PERSON']);
  });

  it('of a region is decided by its own reviewer where the region settles the question, and hidden from others', async () => {
    const proposal = await done(workplace, proposeReading, PEOPLE.officer, OWN_READING);
    expect(proposal.regionCode).toBe('LN-210200');
    await expect(act(workplace, approveProposal, PEOPLE.otherReviewer, proposalId(proposal))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve(workplace, proposal, PEOPLE.reviewer)).toMatchObject({ status: 'APPROVED', decidedBy: 'li' });
  });

  it('of a region on what the province settles needs the province: no city lifts its own ceiling', async () => {
    const proposal = await done(workplace, proposeReading, PEOPLE.officer, {
      ...READING,
      question: 'quota.mode',
      reading: 'TARGET',
      region: '大连',
    });
    expect(await approvalRefusals(workplace, proposal, PEOPLE.reviewer)).toEqual(['PROVINCE_DECIDES']);
    expect(await approve(workplace, proposal)).toMatchObject({ status: 'APPROVED' });
    expect(workplace.desk.ruleBook({ on: '2027-01-01', region: '大连' }).reading('quota.mode')).toBe('TARGET');
    expect(workplace.desk.ruleBook({ on: '2027-01-01', region: '沈阳' }).reading('quota.mode')).toBe('CAP_FOR_SUBSIDISED_RESERVATIONS');
  });

  it('for the province is out of sight of a region', async () => {
    const proposal = await propose();
    await expect(act(workplace, approveProposal, PEOPLE.reviewer, proposalId(proposal))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['a region does not propose for the province', PEOPLE.officer, READING, 'FORBIDDEN'],
    ['nor for another region', PEOPLE.otherOfficer, OWN_READING, 'FORBIDDEN'],
    ['an institution proposes nothing', PEOPLE.institution, OWN_READING, 'FORBIDDEN'],
    ['a question that is not open', PEOPLE.province, { ...READING, question: 'Q999' }, 'UNKNOWN_OPEN_QUESTION'],
    ['a reading that the question has not', PEOPLE.province, { ...READING, reading: 'PER_CLASS' }, 'UNKNOWN_READING'],
    [
      'a reading that a rule asks and cannot compute',
      PEOPLE.province,
      { ...READING, question: 'Q05', reading: 'ONCE_PER_CALENDAR_YEAR' },
      'READING_NOT_COMPUTED',
    ],
    ['a document number is needed', PEOPLE.province, { ...READING, documentNumber: ' ' }, 'BAD_USER_INPUT'],
    ['a day is needed', PEOPLE.province, { ...READING, validFrom: '2026-02-30' }, 'BAD_USER_INPUT'],
  ])('%s', async (_title, actor, input, code) => {
    await expect(act(workplace, proposeReading, actor, input)).rejects.toMatchObject({ code });
  });

  it('the category question is settled with its list only, and a period does not end before it begins', async () => {
    const list = { ...READING, question: 'Q01', reading: 'CONFIRMED_LIST' };
    expect(await refusalsOf(workplace, proposeReading, PEOPLE.province, list)).toEqual(['READING_BY_LIST']);
    expect(await refusalsOf(workplace, proposeReading, PEOPLE.province, { ...READING, validTo: '2026-12-31' })).toEqual(['DAYS_REVERSED']);
  });

  it('the same key does nothing twice, and another input under it is a conflict', async () => {
    const key = 'reading-key-0001';
    const first = await act(workplace, proposeReading, PEOPLE.province, READING, key);
    expect(await act(workplace, proposeReading, PEOPLE.province, READING, key)).toEqual({ ...first, isReplayed: true });
    await expect(act(workplace, proposeReading, PEOPLE.province, { ...READING, validFrom: '2027-01-02' }, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const input = proposalId(first.done ?? { id: '' });
    const approved = await act(workplace, approveProposal, PEOPLE.provinceReviewer, input, 'approval-key-0001');
    expect(await act(workplace, approveProposal, PEOPLE.provinceReviewer, input, 'approval-key-0001')).toEqual({
      ...approved,
      isReplayed: true,
    });
  });

  it('approved twice at once it takes effect once', async () => {
    const proposal = await propose({ ...READING, validFrom: '2029-01-01' });
    const replies = await Promise.all([1, 2, 3].map(() => approvalRefusals(workplace, proposal)));
    expect(replies.map((codes) => codes.join()).sort()).toEqual(['', 'PROPOSAL_STATUS', 'PROPOSAL_STATUS']);
  });
});
