import type { TraineeFacts } from '../../src/policy/trainee-judgement.js';
import { ASSESSORS, CELLS, TRAINERS } from './annexes.js';
import { codeOf, regionCodeOf } from './trainee-facts.js';

const units = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

/** The conditions of 四(一) and 五 one after the other, written a second time from the notice and scenario-ops.md alone. */
const CONDITIONS: readonly (readonly [reason: string, fails: (facts: TraineeFacts) => boolean])[] = [
  ['MARKET_MODE', ({ fundingMode }) => fundingMode === 'MARKET'],
  ['CATEGORY_NOT_ELIGIBLE', ({ fundingMode, category }) => fundingMode === 'SUBSIDISED' && !/^CAT[1-6]$/u.test(category ?? '')],
  ['STANDARD_NOT_MET', ({ meetsNationalStandard }) => !meetsNationalStandard],
  ['REGION_MISMATCH', ({ traineeRegion, organisingRegion }) => regionCodeOf(traineeRegion) !== regionCodeOf(organisingRegion)],
  ['NO_TRAINING_INSTITUTION', ({ occupation }) => trainersOf(occupation) === undefined],
  ['INSTITUTION_NOT_LISTED_FOR_OCCUPATION', ({ occupation, institution }) => trainersOf(occupation)?.includes(institution ?? '') === false],
  ['NO_EVALUATION_INSTITUTION', ({ occupation }) => assessorOf(occupation) === undefined],
  [
    'EVALUATOR_NOT_LISTED_FOR_OCCUPATION',
    ({ occupation, assessmentBody, hasLevelCertificate }) =>
      hasLevelCertificate && assessorOf(occupation) !== undefined && assessorOf(occupation) !== assessmentBody,
  ],
  ['TRAINING_CERT_MISSING', ({ hasTrainingCertificate }) => !hasTrainingCertificate],
  ['LEVEL_CERT_MISSING', ({ hasLevelCertificate }) => !hasLevelCertificate],
  [
    'CERT_MISMATCH',
    ({ hasLevelCertificate, certificateOccupation, certificateLevel, occupation, level }) =>
      hasLevelCertificate && (certificateLevel !== level || codeOf(certificateOccupation ?? '') !== codeOf(occupation)),
  ],
  ['HOURS_BELOW_REQUIREMENT', (facts) => units(facts.certifiedHours) < units(cellOf(facts)?.hours ?? '')],
  ['CROSS_PROVINCE_FORBIDDEN', ({ isCrossProvince }) => isCrossProvince],
  ['VIOLATION_PERSON', ({ violation }) => violation === 'PERSON'],
  ['VIOLATION_CLASS', ({ violation }) => violation === 'CLASS'],
  ['DUPLICATE_OCCUPATION_LEVEL', ({ isAlreadyPaid }) => isAlreadyPaid],
];

const HOLDS: readonly (readonly [reason: string, holds: (facts: TraineeFacts) => boolean])[] = [
  ['HOLD_ONLINE_SHARE', ({ onlineHours, totalHours }) => 2n * units(onlineHours) > units(totalHours)],
  ['HOLD_RECORDING_MISSING', ({ isRecorded }) => !isRecorded],
  ['HOLD_TUITION_CHARGED', ({ tuitionCharged }) => BigInt(tuitionCharged.replace('.', '')) > 0n],
];

const trainersOf = (occupation: string) => TRAINERS[codeOf(occupation)];
const assessorOf = (occupation: string) => ASSESSORS[codeOf(occupation)];
const cellOf = ({ occupation, level }: TraineeFacts) =>
  CELLS.find((cell) => cell.occupation === codeOf(occupation) && cell.level === level);

/** What the notice says of a trainee. Institutions and bodies by their codes. */
export const decidedByHand = (
  facts: TraineeFacts,
): { readonly status: string; readonly amount: string; readonly reasons: readonly string[] } => {
  const refusals = CONDITIONS.filter(([, fails]) => fails(facts)).map(([reason]) => reason);
  const holds = refusals.length > 0 ? [] : HOLDS.filter(([, applies]) => applies(facts)).map(([reason]) => reason);
  const status = refusals.length > 0 ? 'NOT_PAYABLE' : holds.length > 0 ? 'HOLD' : 'PAYABLE';
  return { status, amount: status === 'PAYABLE' ? (cellOf(facts)?.amount ?? '') : '0.00', reasons: [...refusals, ...holds] };
};
