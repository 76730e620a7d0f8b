import { ask } from './harness.js';

const QUERY = `query ($input: TraineeDecisionInput!) {
  traineeDecision(input: $input) {
    status amount amountIfCleared level
    occupation { code nameZh }
    reasons { code clause text { zh en } }
    notices { code }
    ruleVersion
  }
}`;

/** A trainee of 大数据 junior (128 hours x 10 yuan) against whom nothing stands. */
const payable = {
  occupation: 'BIG_DATA',
  level: 'JUNIOR',
  fundingMode: 'SUBSIDISED',
  category: 'CAT1',
  meetsNationalStandard: true,
  institution: '大连理工大学',
  assessmentBody: '工业和信息化部教育与考试中心',
  hasTrainingCertificate: true,
  hasLevelCertificate: true,
  certificateOccupation: '大数据工程技术人员',
  certificateLevel: 'JUNIOR',
  certifiedHours: '128',
  totalHours: '128',
  onlineHours: '64.0',
  isRecorded: true,
  tuitionCharged: '0.00',
  isCrossProvince: false,
  traineeRegion: '沈阳',
  organisingRegion: 'LN-210100',
  isAlreadyPaid: false,
};

interface Decision {
  readonly status: string;
  readonly amount: string;
  readonly amountIfCleared: string | null;
  readonly reasons: readonly { readonly code: string; readonly clause: string }[];
}

const decide = async (changes: Record<string, unknown>) =>
  (await ask<{ traineeDecision: Decision }>(QUERY, { input: { ...payable, ...changes } })).traineeDecision;
const codes = ({ reasons }: Decision) => reasons.map(({ code }) => code);

describe('traineeDecision (辽人社发〔2023〕36号, 四(一)2, 五, 附件5)', () => {
  test('both certificates, six categories, listed institutions: 128 hours x 10 yuan, with the notice that the six categories are unconfirmed', async () => {
    expect(await decide({})).toEqual({
      status: 'PAYABLE',
      amount: '1280.00',
      amountIfCleared: '1280.00',
      level: 'JUNIOR',
      occupation: { code: 'BIG_DATA', nameZh: '大数据工程技术人员' },
      reasons: [],
      notices: [{ code: 'CATEGORY_LIST_UNCONFIRMED' }],
      ruleVersion: 'traineeDecision@1',
    });
  });

  test('market-funded training carries no subsidy, whatever the category, 四(一)1', async () => {
    const decision = await decide({ fundingMode: 'MARKET', category: null });
    expect(decision).toMatchObject({ status: 'NOT_PAYABLE', amount: '0.00', amountIfCleared: null, notices: [] });
    expect(decision.reasons).toEqual([
      {
        code: 'MARKET_MODE',
        clause: 'LN2023-36/4.1.7',
        text: { zh: '市场化培训不享受补贴', en: 'Market-funded training carries no subsidy' },
      },
    ]);
  });

  test('every refusal is named, in the order of the list, and no hold beside them', async () => {
    const decision = await decide({
      category: null,
      traineeRegion: '大连',
      hasTrainingCertificate: false,
      certifiedHours: '127.5',
      isCrossProvince: true,
      violation: 'PERSON',
      isAlreadyPaid: true,
      isRecorded: false,
    });
    expect(codes(decision)).toEqual([
      'CATEGORY_NOT_ELIGIBLE',
      'REGION_MISMATCH',
      'TRAINING_CERT_MISSING',
      'HOURS_BELOW_REQUIREMENT',
      'CROSS_PROVINCE_FORBIDDEN',
      'VIOLATION_PERSON',
      'DUPLICATE_OCCUPATION_LEVEL',
    ]);
  });

  test('a vocational skill certificate does not replace the level certificate, 四(一)2', async () => {
    const decision = await decide({ hasLevelCertificate: false, hasSkillCertificate: true });
    expect(codes(decision)).toEqual(['LEVEL_CERT_MISSING']);
  });

  test.each([
    ['64.0', 'PAYABLE', '1280.00', []],
    ['64.1', 'HOLD', '0.00', ['HOLD_ONLINE_SHARE']],
  ])('%s online hours of 128: %s, 四(一)', async (onlineHours, status, amount, reasons) => {
    const decision = await decide({ onlineHours });
    expect(decision).toMatchObject({ status, amount, amountIfCleared: '1280.00' });
    expect(codes(decision)).toEqual(reasons);
  });

  test('nobody trains 云计算: the refusal stands for the one about the institution, 附件1, 附件6', async () => {
    const decision = await decide({
      occupation: 'CLOUD_COMPUTING',
      certificateOccupation: 'CLOUD_COMPUTING',
      certifiedHours: '160',
      totalHours: '160',
    });
    expect(codes(decision)).toEqual(['NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
  });

  test('an unknown occupation is a failure that names its field, not a refusal', async () => {
    await expect(decide({ occupation: '厨师' })).rejects.toMatchObject({ code: 'UNKNOWN_OCCUPATION', field: 'occupation' });
  });

  test('more online hours than hours are refused as input', async () => {
    await expect(decide({ onlineHours: '129' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'onlineHours' });
  });

  test('money comes as a text with two decimals, never as a number', async () => {
    await expect(decide({ tuitionCharged: 0 })).rejects.toThrow('MoneyCNY must be a string of yuan with exactly two decimals');
  });
});
