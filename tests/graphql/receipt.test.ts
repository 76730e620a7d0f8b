import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Failure } from '../../src/policy/failure.js';
import { ask, deskOf, seeds } from './harness.js';

interface Receipt {
  readonly suite: string;
  readonly hash: string;
  readonly canonical: string;
}

const CLASS_TOTAL = 'query ($input: ClassTotalInput!) { classTotal(input: $input) { receipt { suite hash canonical } } }';
const VERIFY = 'query ($input: ReceiptInput!) { verifyReceipt(input: $input) { isIntact rule isSameEngine isSameRuleBook holds } }';
const REPLAY = `query ($input: ReceiptInput!) {
  replayReceipt(input: $input) { isIntact holds isSameRuleBook isSameRuleVersion outcomeChanges { path } explanationChanges { path } }
}`;

const question = {
  on: '2026-03-01',
  occupation: 'BIG_DATA',
  level: 'JUNIOR',
  payableTrainees: 10,
  totalTrainees: 10,
  isClassInViolation: false,
};
const receiptOf = async (input: Record<string, unknown>, on?: Parameters<typeof ask>[2]) =>
  (await ask<{ classTotal: { receipt: Receipt } }>(CLASS_TOTAL, { input }, on)).classTotal.receipt;
const verify = async ({ hash, canonical }: Receipt) =>
  (await ask<{ verifyReceipt: { isIntact: boolean; holds: boolean } }>(VERIFY, { input: { hash, canonical } })).verifyReceipt;
const replay = async ({ hash, canonical }: Receipt) =>
  (await ask<{ replayReceipt: unknown }>(REPLAY, { input: { hash, canonical } })).replayReceipt;
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('receipts (docs/decisions/0007-receipts.md)', () => {
  test('anyone can hash the canonical text again', async () => {
    const receipt = await receiptOf(question);
    expect(receipt.suite).toBe('sha256');
    expect(receipt.hash).toBe(sha256(receipt.canonical));
    expect(JSON.parse(receipt.canonical)).toMatchObject({ rule: 'classTotal@1', outcome: { amount: '12800.00' } });
  });

  test('equal questions get byte-equal receipts, also from another desk and with null for what is left out', async () => {
    const first = await receiptOf(question);
    expect(await receiptOf(question)).toEqual(first);
    expect(await receiptOf({ ...question, region: null }, deskOf(seeds))).toEqual(first);
    expect(await receiptOf({ ...question, payableTrainees: 9 })).not.toEqual(first);
  });

  test('an unchanged receipt verifies and replays to the same outcome and steps', async () => {
    const receipt = await receiptOf(question);
    expect(await verify(receipt)).toEqual({ isIntact: true, rule: 'classTotal@1', isSameEngine: true, isSameRuleBook: true, holds: true });
    const same = { isIntact: true, holds: true, isSameRuleBook: true, isSameRuleVersion: true, outcomeChanges: [], explanationChanges: [] };
    expect(await replay(receipt)).toEqual(same);
  });

  test('every calculator here replays its own receipts', async () => {
    const answers = await ask<Record<string, { receipt: Receipt }>>(`{
      participation(input: { kind: WORKER, region: "LN-210100", isInDigitalEconomy: true }) { receipt { hash canonical } }
      institutionTotal(input: { classes: [{ occupation: "AI", level: SENIOR, payableTrainees: 5 }] }) { receipt { hash canonical } }
      feeGap(input: { occupation: "AI", level: JUNIOR, feePerHour: "12.34" }) { receipt { hash canonical } }
      onlineShare(input: { onlineHours: "64", totalHours: "128" }) { receipt { hash canonical } }
      deliveredHours(input: { occupation: "AI", level: JUNIOR, sessions: [{ count: 16, hours: "4" }] }) { receipt { hash canonical } }
      fundSplit(input: { specialAccountSurplus: "1000.00", payouts: ["1280.00"] }) { receipt { hash canonical } }
      recoveryEstimate(input: { occupation: "AI", level: JUNIOR, scope: PERSON, paidTrainees: 2, affectedTrainees: 1,
        paidFrom: [{ fund: SPECIAL_ACCOUNT, amount: "1280.00" }] }) { receipt { hash canonical } }
    }`);
    const replays = await Promise.all(Object.values(answers).map(({ receipt }) => replay(receipt)));
    for (const one of replays) expect(one).toMatchObject({ isIntact: true, holds: true });
    expect(replays).toHaveLength(7);
  });

  test('changing any byte of the text makes it another receipt or none', async () => {
    const receipt = await receiptOf(question);
    const changed = fc.tuple(fc.nat(receipt.canonical.length - 1), fc.constantFrom('0', '9', 'x', '"', ' '));
    await fc.assert(
      fc.asyncProperty(changed, async ([place, put]) => {
        fc.pre(receipt.canonical[place] !== put);
        const canonical = receipt.canonical.slice(0, place) + put + receipt.canonical.slice(place + 1);
        const told = await verify({ ...receipt, canonical }).catch((thrown: unknown) => thrown);
        if (!(told instanceof Failure)) expect(told).toMatchObject({ isIntact: false, holds: false });
      }),
    );
  });

  test('a higher amount with a hash made to fit is caught by calculating again', async () => {
    const { canonical } = await receiptOf(question);
    const forged = canonical.replace('"amount":"12800.00"', '"amount":"99800.00"');
    const receipt = { suite: 'sha256', hash: sha256(forged), canonical: forged };
    expect(await verify(receipt)).toMatchObject({ isIntact: true });
    expect(await replay(receipt)).toMatchObject({ isIntact: true, holds: false, outcomeChanges: [{ path: 'amount' }] });
  });

  test('equal content in other bytes is not intact', async () => {
    const { canonical } = await receiptOf(question);
    const spaced = JSON.stringify(JSON.parse(canonical), null, 1);
    expect(await verify({ suite: 'sha256', hash: sha256(spaced), canonical: spaced })).toMatchObject({ isIntact: false, holds: false });
  });

  test('a text that is no receipt is said to be none', async () => {
    for (const canonical of ['', 'null', '{}', '[]']) {
      await expect(verify({ suite: 'sha256', hash: sha256(canonical), canonical })).rejects.toMatchObject({
        code: 'RECEIPT_MALFORMED',
        field: 'canonical',
      });
    }
  });

  test('a text of more than 500,000 characters is refused unread', async () => {
    const longest = ' '.repeat(500_000);
    await expect(verify({ suite: 'sha256', hash: sha256(longest), canonical: longest })).rejects.toMatchObject({
      code: 'RECEIPT_MALFORMED',
    });
    const tooLong = { suite: 'sha256', hash: '', canonical: `${longest} ` };
    await expect(verify(tooLong)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'canonical' });
    await expect(replay(tooLong)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'canonical' });
  });
});
