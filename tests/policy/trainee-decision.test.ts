import fc from 'fast-check';
import { CLAIM_REASONS, HOLDS, NOTICES, reasonOf, REFUSALS } from '../../src/policy/reasons.js';
import { traineeDecision } from '../../src/policy/trainee-decision.js';
import type { TraineeFacts } from '../../src/policy/trainee-judgement.js';
import { ask, book, desk, deskOf, failureOf, runs, underReading, withRegionalFigure } from './harness.js';
import { PAYABLE, traineeFactsArbitrary } from './trainee-facts.js';
import { decidedByHand } from './trainee-oracle.js';

const decide = (changes: Partial<TraineeFacts>, rules = desk) => {
  const { status, amount, reasons } = ask(traineeDecision, { ...PAYABLE, ...changes }, rules);
  return [status, amount, ...reasons];
};

const ALONE: readonly (readonly [clause: string, changes: Partial<TraineeFacts>, reason: string])[] = [
  ['四(一)2: market-funded', { fundingMode: 'MARKET' }, 'MARKET_MODE'],
  ['四(一)2: market-funded, no category asked', { fundingMode: 'MARKET', category: null }, 'MARKET_MODE'],
  ['四(一)2: no category', { category: null }, 'CATEGORY_NOT_ELIGIBLE'],
  ['四(一)2: a seventh category', { category: 'CAT7' }, 'CATEGORY_NOT_ELIGIBLE'],
  ['四(一)2: standard not met', { meetsNationalStandard: false }, 'STANDARD_NOT_MET'],
  ['四(一)2: another region', { traineeRegion: '大连' }, 'REGION_MISMATCH'],
  ['附件1: listed, but not for this occupation', { institution: '东北大学' }, 'INSTITUTION_NOT_LISTED_FOR_OCCUPATION'],
  ['附件1: no institution named', { institution: null }, 'INSTITUTION_NOT_LISTED_FOR_OCCUPATION'],
  ['附件6: listed, but not for this occupation', { assessmentBody: '中国电子学会' }, 'EVALUATOR_NOT_LISTED_FOR_OCCUPATION'],
  ['四(二): no assessment body named', { assessmentBody: null }, 'EVALUATOR_NOT_LISTED_FOR_OCCUPATION'],
  ['四(一)2: no training certificate', { hasTrainingCertificate: false }, 'TRAINING_CERT_MISSING'],
  ['四(一)2: no level certificate', { hasLevelCertificate: false }, 'LEVEL_CERT_MISSING'],
  ['四(二): a skill certificate does not replace it', { hasLevelCertificate: false, hasSkillCertificate: true }, 'LEVEL_CERT_MISSING'],
  [
    'no certificate, no look at assessor or match',
    { hasLevelCertificate: false, assessmentBody: null, certificateLevel: 'SENIOR' },
    'LEVEL_CERT_MISSING',
  ],
  ['四(一)2: certificate of another level', { certificateLevel: 'SENIOR' }, 'CERT_MISMATCH'],
  ['四(一)2: certificate of another occupation', { certificateOccupation: 'AI' }, 'CERT_MISMATCH'],
  ['四(一)2: certificate that names no occupation', { certificateOccupation: null }, 'CERT_MISMATCH'],
  ['附件5: a millionth of an hour short', { certifiedHours: '127.999999' }, 'HOURS_BELOW_REQUIREMENT'],
  ['五(二): across the province', { isCrossProvince: true }, 'CROSS_PROVINCE_FORBIDDEN'],
  ['五(一): person in violation', { violation: 'PERSON' }, 'VIOLATION_PERSON'],
  ['五(一): course run in violation', { violation: 'CLASS' }, 'VIOLATION_CLASS'],
  ['Q05: paid before', { isAlreadyPaid: true }, 'DUPLICATE_OCCUPATION_LEVEL'],
];

const HELD: readonly (readonly [clause: string, changes: Partial<TraineeFacts>, reasons: readonly string[]])[] = [
  ['四(一)1: more than half online', { onlineHours: '64.000001' }, ['HOLD_ONLINE_SHARE']],
  ['五(二): not recorded', { isRecorded: false }, ['HOLD_RECORDING_MISSING']],
  ['四(一)2: charged one fen', { tuitionCharged: '0.01' }, ['HOLD_TUITION_CHARGED']],
  [
    'all three',
    { onlineHours: '128', isRecorded: false, tuitionCharged: '500.00' },
    ['HOLD_ONLINE_SHARE', 'HOLD_RECORDING_MISSING', 'HOLD_TUITION_CHARGED'],
  ],
];

describe('the decision on one trainee (四(一), 四(二), 五)', () => {
  const MET: readonly (readonly [title: string, changes: Partial<TraineeFacts>])[] = [
    ['everything met', {}],
    ['exactly half online', { onlineHours: '64' }],
    ['exactly half of 140 delivered hours online', { certifiedHours: '140', totalHours: '140', onlineHours: '70' }],
    ['more hours than required earn no more', { certifiedHours: '500', totalHours: '500' }],
    [
      'names and codes mean the same',
      { traineeRegion: 'LN-210100', occupation: '大数据', certificateOccupation: '大数据工程技术人员', institution: 'TI-DUT' },
    ],
    ['nothing charged, written with more zeros', { tuitionCharged: '000.00' }],
  ];
  it.each(MET)('pays 1280.00: %s', (_title, changes) => {
    expect(decide(changes)).toEqual(['PAYABLE', '1280.00']);
  });

  it.each(ALONE)('refuses %s', (_clause, changes, reason) => {
    expect(decide(changes)).toEqual(['NOT_PAYABLE', '0.00', reason]);
  });

  it.each(HELD)('holds %s', (_clause, changes, reasons) => {
    const { status, amount, amountIfCleared, reasons: given } = ask(traineeDecision, { ...PAYABLE, ...changes });
    expect([status, amount, amountIfCleared, ...given]).toEqual(['HOLD', '0.00', '1280.00', ...reasons]);
  });

  it('gives every refusal in the order of the list, and no hold beside them', () => {
    const everything: Partial<TraineeFacts> = {
      fundingMode: 'MARKET',
      meetsNationalStandard: false,
      traineeRegion: '大连',
      institution: '东北大学',
      assessmentBody: '中国电子学会',
      hasTrainingCertificate: false,
      certificateLevel: 'SENIOR',
      certifiedHours: '10',
      isCrossProvince: true,
      violation: 'CLASS',
      isAlreadyPaid: true,
      onlineHours: '128',
      isRecorded: false,
      tuitionCharged: '500.00',
    };
    expect(decide(everything).slice(2)).toEqual([
      'MARKET_MODE',
      'STANDARD_NOT_MET',
      'REGION_MISMATCH',
      'INSTITUTION_NOT_LISTED_FOR_OCCUPATION',
      'EVALUATOR_NOT_LISTED_FOR_OCCUPATION',
      'TRAINING_CERT_MISSING',
      'CERT_MISMATCH',
      'HOURS_BELOW_REQUIREMENT',
      'CROSS_PROVINCE_FORBIDDEN',
      'VIOLATION_CLASS',
      'DUPLICATE_OCCUPATION_LEVEL',
    ]);
  });

  it.each(['CLOUD_COMPUTING', 'DIGITAL_MANAGEMENT'])('%s: nobody listed replaces not listed (附件1, 附件6)', (occupation) => {
    const facts = { occupation, certificateOccupation: occupation, certifiedHours: '200', totalHours: '200' };
    expect(decide(facts)).toEqual(['NOT_PAYABLE', '0.00', 'NO_TRAINING_INSTITUTION', 'NO_EVALUATION_INSTITUTION']);
  });

  it('says that the six categories are not confirmed, to the subsidised only (Q01)', () => {
    expect(ask(traineeDecision, PAYABLE).notices).toEqual(['CATEGORY_LIST_UNCONFIRMED']);
    expect(ask(traineeDecision, { ...PAYABLE, fundingMode: 'MARKET' }).notices).toEqual([]);
  });

  const READ: readonly (readonly [
    question: string,
    key: string,
    reading: string,
    changes: Partial<TraineeFacts>,
    answer: readonly string[],
  ])[] = [
    ['Q16', 'evidence.bothCertificates', 'TRAINING_CERTIFICATE_ONLY', { hasLevelCertificate: false }, ['PAYABLE', '1280.00']],
    ['Q05', 'eligibility.repeat', 'NO_LIMIT', { isAlreadyPaid: true }, ['PAYABLE', '1280.00']],
    ['Q24', 'evidence.tuition', 'IGNORE', { tuitionCharged: '500.00' }, ['PAYABLE', '1280.00']],
    ['Q08', 'amount.payableHours', 'MIN_CERTIFIED_REQUIRED', { certifiedHours: '100' }, ['PAYABLE', '1000.00']],
    ['Q12', 'amount.onlineHoursRate', 'OFFLINE_HOURS_ONLY', {}, ['PAYABLE', '880.00']],
  ];
  it.each(READ)('%s under the other reading', (_question, key, reading, changes, answer) => {
    expect(decide(changes, deskOf(underReading(key, reading)))).toEqual(answer);
  });

  it("uses the organising region's own figure", () => {
    const rules = deskOf(withRegionalFigure('HOURLY_RATE', 'JUNIOR', { value: '12.00', regionCode: 'LN-210100' }));
    expect(decide({}, rules)).toEqual(['PAYABLE', '1536.00']);
    expect(decide({ traineeRegion: '大连', organisingRegion: '大连' }, rules)).toEqual(['PAYABLE', '1280.00']);
  });

  it('answers as the notice does, written a second time', () => {
    fc.assert(
      fc.property(traineeFactsArbitrary, (facts) => {
        const { outcome } = traineeDecision.decide(book, facts);
        expect({ status: outcome.status, amount: outcome.amount, reasons: outcome.reasons }).toEqual(decidedByHand(facts));
      }),
      runs(1_500, 100_000),
    );
  });

  it.each([
    ['online above total hours', { onlineHours: '128.0001' }, 'onlineHours'],
    ['hours with seven decimals', { certifiedHours: '127.9999999' }, 'certifiedHours'],
    ['a fraction of a fen charged', { tuitionCharged: '0.005' }, 'tuitionCharged'],
  ])('cannot be asked with %s', (_title, changes, field) => {
    expect([failureOf(() => decide(changes)).code, failureOf(() => decide(changes)).field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('cannot be asked of a region outside Annex 7', () => {
    expect(failureOf(() => decide({ organisingRegion: '长春' })).code).toBe('UNKNOWN_REGION');
  });
});

describe('the reasons', () => {
  it.each([...REFUSALS, ...HOLDS, ...NOTICES, ...CLAIM_REASONS])(
    '%s has clause, text, who can mend it and what is needed, in both languages',
    (code) => {
      const { clause, text, fixableBy, needed } = reasonOf(code);
      expect(clause).toMatch(/^LN2023-36\/(\d|A\d)/);
      for (const { zh, en } of [text, fixableBy, needed]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]/);
      }
    },
  );
});
