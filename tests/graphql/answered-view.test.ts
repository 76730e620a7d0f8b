import { answeredView } from '../../src/graphql/answered-view.js';
import type { Answered } from '../../src/operations/rule-desk.js';
import { feeGap } from '../../src/policy/fee-gap.js';
import { deskOf, seeds } from './harness.js';

const question = { occupation: 'AI', level: 'JUNIOR', feePerHour: '12.34' };

describe('answeredView: the parts that every answer shows (docs/decisions/0007-receipts.md)', () => {
  test('shows explanation, rule, rule book and receipt of the answer beside what is given', () => {
    const answered = deskOf(seeds).answer(feeGap, question);
    const view = answeredView(answered, { gap: answered.gapBorneByInstitution });
    expect(view.gap).toBe('149.76');
    expect(view.ruleVersion).toBe('feeGap@1');
    expect(view.explanation).toBe(answered.explanation);
    expect(view.ruleBook).toBe(answered.ruleBook);
    expect(view.receipt).toEqual(answered.receipt);
  });

  test('leaves the receipt unmade until it is asked for', () => {
    const answered = deskOf(seeds).answer(feeGap, question);
    let made = 0;
    const counted: Answered<unknown> = {
      explanation: answered.explanation,
      ruleVersion: answered.ruleVersion,
      ruleBook: answered.ruleBook,
      get receipt() {
        made += 1;
        return answered.receipt;
      },
    };
    const view = answeredView(counted, { gap: answered.gapBorneByInstitution });
    expect(made).toBe(0);
    expect(view.receipt.suite).toBe('sha256');
    expect(made).toBe(1);
  });
});
