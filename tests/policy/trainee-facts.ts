import fc from 'fast-check';
import type { TraineeFacts } from '../../src/policy/trainee-judgement.js';
import { ASSESSORS, CELLS, QUOTA, TARIFF, TRAINERS } from './annexes.js';

/** A trainee against whom nothing stands: big data, junior, at a listed institution. */
export const PAYABLE: TraineeFacts = {
  on: null,
  occupation: 'BIG_DATA',
  level: 'JUNIOR',
  fundingMode: 'SUBSIDISED',
  category: 'CAT3',
  meetsNationalStandard: true,
  institution: '大连理工大学',
  assessmentBody: '工业和信息化部教育与考试中心',
  hasTrainingCertificate: true,
  hasLevelCertificate: true,
  hasSkillCertificate: null,
  certificateOccupation: 'BIG_DATA',
  certificateLevel: 'JUNIOR',
  certifiedHours: '128',
  totalHours: '128',
  onlineHours: '40',
  isRecorded: true,
  tuitionCharged: '0.00',
  isCrossProvince: false,
  violation: null,
  traineeRegion: '沈阳',
  organisingRegion: '沈阳',
  isAlreadyPaid: false,
};

const LEVELS = ['JUNIOR', 'INTERMEDIATE', 'SENIOR'] as const;
const occupations = fc.constantFrom(...TARIFF.flatMap(([code, zh]) => [code, zh]));
const regions = fc.constantFrom(...QUOTA.flatMap(([code, zh]) => [code, zh]));
const hours = fc.oneof(
  fc.constantFrom(...CELLS.flatMap((cell) => [cell.hours, `${cell.hours}.0`, `${BigInt(cell.hours) - 1n}.999999`, `${cell.hours}.000001`])),
  fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`),
);
const mostly = <Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });
const usually = (value: boolean): fc.Arbitrary<boolean> => mostly(fc.constant(value), fc.constant(!value));

/** Online and total hours, often at the edge of one half. */
const shares = fc.tuple(hours, fc.constantFrom('half', 'more', 'none', 'all')).map(([total, kind]) => {
  const [whole = '0', tenths = '0'] = total.split('.');
  const units = BigInt(whole) * 1_000_000n + BigInt(tenths.padEnd(6, '0'));
  const online = kind === 'none' ? 0n : kind === 'all' ? units : kind === 'half' || units < 2n ? units / 2n : units / 2n + 1n;
  return { totalHours: total, onlineHours: `${online / 1_000_000n}.${(online % 1_000_000n).toString().padStart(6, '0')}` };
});

/** Random facts near the edges of every rule. */
export const traineeFactsArbitrary: fc.Arbitrary<TraineeFacts> = fc
  .record({
    occupation: occupations,
    level: fc.constantFrom(...LEVELS),
    fundingMode: mostly(fc.constant('SUBSIDISED' as const), fc.constant('MARKET' as const)),
    category: mostly<string | null>(fc.constantFrom('CAT1', 'CAT6'), fc.constantFrom(null, 'CAT7')),
    meetsNationalStandard: usually(true),
    institution: mostly<string | null>(fc.constantFrom(...new Set(Object.values(TRAINERS).flat())), fc.constant(null)),
    assessmentBody: mostly<string | null>(fc.constantFrom(...new Set(Object.values(ASSESSORS))), fc.constant(null)),
    hasTrainingCertificate: usually(true),
    hasLevelCertificate: usually(true),
    certificateLevel: mostly<(typeof LEVELS)[number] | null>(fc.constantFrom(...LEVELS), fc.constant(null)),
    certifiedHours: hours,
    shares,
    isRecorded: usually(true),
    tuitionCharged: mostly(fc.constant('0.00'), fc.constantFrom('0.01', '00.00', '500.00')),
    isCrossProvince: usually(false),
    violation: mostly<'PERSON' | 'CLASS' | null>(fc.constant(null), fc.constantFrom('PERSON', 'CLASS')),
    traineeRegion: regions,
    isLocal: usually(true),
    organisingRegion: regions,
    isAlreadyPaid: usually(false),
    isMatching: usually(true),
    otherOccupation: fc.option(occupations, { nil: null }),
  })
  .map(({ shares: { totalHours, onlineHours }, isLocal, isMatching, otherOccupation, ...facts }) => ({
    ...facts,
    on: null,
    hasSkillCertificate: null,
    totalHours,
    onlineHours,
    organisingRegion: isLocal ? facts.traineeRegion : facts.organisingRegion,
    institution: isMatching ? (TRAINERS[codeOf(facts.occupation)]?.[0] ?? facts.institution) : facts.institution,
    assessmentBody: isMatching ? (ASSESSORS[codeOf(facts.occupation)] ?? facts.assessmentBody) : facts.assessmentBody,
    certificateOccupation: isMatching ? facts.occupation : otherOccupation,
    certificateLevel: isMatching ? facts.level : facts.certificateLevel,
  }));

export const codeOf = (occupation: string): string =>
  TARIFF.find(([code, zh]) => code === occupation || zh === occupation)?.[0] ?? occupation;
export const regionCodeOf = (region: string): string => QUOTA.find(([code, zh]) => code === region || zh === region)?.[0] ?? region;
