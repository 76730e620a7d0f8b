import { assessmentBodiesOf, type ListedBody, trainingInstitutionsOf } from '../src/policy/directory.js';
import { invariant } from '../src/money/invariant.js';
import type { RuleBook } from '../src/policy/rule-book.js';
import { type TariffCell, tariffOf } from '../src/policy/tariff.js';
import type { DecisionStatus } from '../src/policy/trainee-decision.js';
import type { TraineeFacts } from '../src/policy/trainee-judgement.js';

/** One change of a payable trainee, and what it must lead to. */
type Flavour = readonly [status: DecisionStatus, change: Partial<TraineeFacts>];

const REGIONS = ['LN-210100', 'LN-210200', 'LN-210300', 'LN-210400', 'LN-210500'] as const;
const CATEGORIES = ['CAT1', 'CAT2', 'CAT3', 'CAT4', 'CAT5', 'CAT6'] as const;

/** Nineteen ways not to be payable, or not yet; each stands against an otherwise payable trainee. */
const FLAVOURS: readonly Flavour[] = [
  ['HOLD', { isRecorded: false }],
  ['HOLD', { tuitionCharged: '120.50' }],
  ['HOLD', { onlineHours: '60.5', totalHours: '120' }],
  ['HOLD', { isRecorded: false, tuitionCharged: '0.01' }],
  ['NOT_PAYABLE', { fundingMode: 'MARKET' }],
  ['NOT_PAYABLE', { category: null }],
  ['NOT_PAYABLE', { meetsNationalStandard: false }],
  ['NOT_PAYABLE', { traineeRegion: 'LN-211300' }],
  ['NOT_PAYABLE', { institution: 'TI-NOBODY' }],
  ['NOT_PAYABLE', { assessmentBody: 'EI-NOBODY' }],
  ['NOT_PAYABLE', { hasTrainingCertificate: false }],
  ['NOT_PAYABLE', { hasLevelCertificate: false }],
  ['NOT_PAYABLE', { certificateOccupation: 'CLOUD_COMPUTING' }],
  ['NOT_PAYABLE', { certifiedHours: '12.5' }],
  ['NOT_PAYABLE', { isCrossProvince: true }],
  ['NOT_PAYABLE', { violation: 'PERSON' }],
  ['NOT_PAYABLE', { violation: 'CLASS' }],
  ['NOT_PAYABLE', { isAlreadyPaid: true }],
  ['NOT_PAYABLE', { occupation: 'CLOUD_COMPUTING', certificateOccupation: 'CLOUD_COMPUTING' }],
];

/** A trainee's facts with what the bench itself expects of them, known from how they were made and not from any rule. */
export interface MadeLine {
  readonly facts: TraineeFacts;
  readonly status: DecisionStatus;
}

/** Makes lines one after another: of a hundred, 81 are payable and each flavour stands once. Equal numbers make equal lines. */
export function lineMaker(book: RuleBook): (n: number) => MadeLine {
  const cells = tariffOf(book).filter(({ obstacles }) => obstacles.length === 0);
  const trainers = trainingInstitutionsOf(book);
  const assessors = assessmentBodiesOf(book);
  const places = cells.map((cell) => ({ cell, trainers: listedFor(trainers, cell), assessor: listedFor(assessors, cell)[0] }));
  return (n) => {
    const { cell, trainers: listed, assessor } = at(places, n);
    invariant(assessor !== undefined, 'a payable cell has an assessment body');
    const payable = payableFacts(n, cell, at(listed, n >> 3), assessor);
    const flavour = FLAVOURS[(n * 61) % 100];
    return flavour === undefined ? { facts: payable, status: 'PAYABLE' } : { facts: { ...payable, ...flavour[1] }, status: flavour[0] };
  };
}

/** The hours are texts of their own for each line, above the required ones by up to 24.7 hours; one name in four is Chinese. */
function payableFacts(
  n: number,
  { occupation, level, requiredHours }: TariffCell,
  institution: ListedBody,
  assessor: ListedBody,
): TraineeFacts {
  const hours = Number(requiredHours.value) + (n % 248) / 10;
  const region = at(REGIONS, n >> 5);
  return {
    on: null,
    occupation: n % 4 === 0 ? occupation.nameZh : occupation.code,
    level,
    fundingMode: 'SUBSIDISED',
    category: at(CATEGORIES, n >> 2),
    meetsNationalStandard: true,
    institution: n % 4 === 1 ? institution.nameZh : institution.code,
    assessmentBody: assessor.code,
    hasTrainingCertificate: true,
    hasLevelCertificate: true,
    hasSkillCertificate: null,
    certificateOccupation: occupation.code,
    certificateLevel: level,
    certifiedHours: hours.toFixed(1),
    totalHours: hours.toFixed(1),
    onlineHours: (hours / 4).toFixed(2),
    isRecorded: true,
    tuitionCharged: '0.00',
    isCrossProvince: false,
    violation: null,
    traineeRegion: region,
    organisingRegion: region,
    isAlreadyPaid: false,
  };
}

const listedFor = (bodies: readonly ListedBody[], { occupation }: TariffCell): readonly ListedBody[] =>
  bodies.filter(({ listings }) => listings.some(({ occupationCode }) => occupationCode === occupation.code));

function at<Item>(items: readonly Item[], n: number): Item {
  const item = items[n % items.length];
  invariant(item !== undefined, 'there is something to choose from');
  return item;
}
