import { EMPTY_BALANCE } from '../../src/ledger/account.js';
import {
  adjustPlaces,
  allocatePlaces,
  certifyPlace,
  expireHolds,
  holdPlaces,
  movePlace,
  namePlace,
  releaseHold,
  resizeHold,
  withdrawPlace,
} from '../../src/ledger/places.js';
import { quotaUsage } from '../../src/ledger/quota-usage.js';
import type { PendingTransfer, TransferRequest } from '../../src/ledger/transfer.js';
import { instantOf } from './harness.js';

const HERE = { regionCode: 'LN-210100', year: 2024 };
const THERE = { regionCode: 'LN-210200', year: 2024 };
const AT = instantOf(10);

const pendingOf = (id: string, openAmount: bigint, expiresAt: string | null = null): PendingTransfer => ({
  id,
  unit: 'PLACE',
  debit: 'PLACE/QUOTA/LN-210100/2024',
  credit: 'PLACE/HELD/LN-210100/2024',
  amount: 30n,
  openAmount,
  cause: 'HOLD',
  courseRunId: '11',
  enrolmentId: null,
  expiresAt,
});
const hold = pendingOf('5', 30n);
const used = pendingOf('5', 0n);
const expired = pendingOf('5', 30n, AT);
const named = pendingOf('6', 1n);
const arrival = { pool: HERE, hold, courseRunId: '11', enrolmentId: '101', isCounted: false };
const departure = { named, courseRunId: '11', enrolmentId: '101', isLast: true };

const short = (account: string): string => account.replace('PLACE/', '').replace('/2024', '');
const told = (requests: readonly TransferRequest[]): readonly string[] =>
  requests.map((request) => {
    if (request.kind === 'REVERSAL') return `REVERSAL ${request.of}`;
    if (request.kind === 'DIRECT' || request.kind === 'PENDING')
      return `${request.kind} ${request.amount} ${short(request.debit)} > ${short(request.credit)} ${request.cause}`;
    return `${request.kind} ${request.amount} of ${request.pendingId} ${request.cause}`;
  });

describe('the acts on places (our design, docs/decisions/0011)', () => {
  it.each<[string, readonly TransferRequest[], readonly string[]]>([
    ['an allocation', allocatePlaces(HERE, 600n), ['DIRECT 600 SOURCE > QUOTA/LN-210100 ALLOCATION']],
    [
      'an adjustment between regions',
      adjustPlaces({ year: 2024, fromRegion: 'LN-210100', toRegion: 'LN-210200', places: 3n }),
      ['DIRECT 3 QUOTA/LN-210100 > QUOTA/LN-210200 ADJUSTMENT'],
    ],
    [
      'a larger total',
      adjustPlaces({ year: 2024, fromRegion: null, toRegion: 'LN-210200', places: 3n }),
      ['DIRECT 3 SOURCE > QUOTA/LN-210200 ADJUSTMENT'],
    ],
    [
      'a smaller total',
      adjustPlaces({ year: 2024, fromRegion: 'LN-210100', toRegion: null, places: 3n }),
      ['DIRECT 3 QUOTA/LN-210100 > SOURCE ADJUSTMENT'],
    ],
    ['a hold', holdPlaces(HERE, 30n, '11', null), ['PENDING 30 QUOTA/LN-210100 > HELD/LN-210100 HOLD']],
    ['a naming', namePlace(arrival, AT), ['VOID 1 of 5 NAME', 'PENDING 1 QUOTA/LN-210100 > NAMED/LN-210100 NAME']],
    ['a naming of somebody counted', namePlace({ ...arrival, isCounted: true }, AT), ['VOID 1 of 5 ALREADY_COUNTED']],
    ['a naming without a hold', namePlace({ ...arrival, hold: null }, AT), ['PENDING 1 QUOTA/LN-210100 > NAMED/LN-210100 NAME']],
    ['a naming on a hold used up', namePlace({ ...arrival, hold: used }, AT), ['PENDING 1 QUOTA/LN-210100 > NAMED/LN-210100 NAME']],
    [
      'a naming on an expired hold',
      namePlace({ ...arrival, hold: expired }, AT),
      ['EXPIRE 30 of 5 EXPIRY', 'PENDING 1 QUOTA/LN-210100 > NAMED/LN-210100 NAME'],
    ],
    ['somebody counted, on a hold used up', namePlace({ ...arrival, hold: used, isCounted: true }, AT), []],
    ['a release', releaseHold(hold, 'UNUSED', AT), ['VOID 30 of 5 UNUSED']],
    ['a release by cancellation', releaseHold(hold, 'CANCELLATION', AT), ['VOID 30 of 5 CANCELLATION']],
    ['a release of nothing', releaseHold(used, 'UNUSED', AT), []],
    ['a release of an expired hold', releaseHold(expired, 'UNUSED', AT), ['EXPIRE 30 of 5 EXPIRY']],
    ['a smaller hold', resizeHold({ pool: HERE, hold, places: 20n, expiresAt: null }, AT), ['VOID 10 of 5 UNUSED']],
    ['the same hold', resizeHold({ pool: HERE, hold, places: 30n, expiresAt: null }, AT), []],
    [
      'a larger hold',
      resizeHold({ pool: HERE, hold, places: 40n, expiresAt: null }, AT),
      ['VOID 30 of 5 RESIZE', 'PENDING 40 QUOTA/LN-210100 > HELD/LN-210100 HOLD'],
    ],
    [
      'a hold again after it expired',
      resizeHold({ pool: HERE, hold: expired, places: 20n, expiresAt: null }, AT),
      ['EXPIRE 30 of 5 EXPIRY', 'PENDING 20 QUOTA/LN-210100 > HELD/LN-210100 HOLD'],
    ],
    ['a withdrawal', withdrawPlace(departure), ['VOID 1 of 6 WITHDRAWAL']],
    ['a withdrawal of one of two', withdrawPlace({ ...departure, isLast: false }), []],
    ['a certificate', certifyPlace({ named, courseRunId: '11', enrolmentId: '101', isFirst: true }), ['POST 1 of 6 CERTIFICATE']],
    ['a second certificate', certifyPlace({ named, courseRunId: '12', enrolmentId: '102', isFirst: false }), []],
    ['a move within a region', movePlace(departure, HERE, arrival, AT), ['VOID 1 of 5 ALREADY_COUNTED']],
    [
      'a move between regions',
      movePlace(departure, HERE, { ...arrival, pool: THERE }, AT),
      ['VOID 1 of 6 WITHDRAWAL', 'VOID 1 of 5 NAME', 'PENDING 1 QUOTA/LN-210200 > NAMED/LN-210200 NAME'],
    ],
    [
      'an expiry of those that are due',
      expireHolds([used, hold, pendingOf('7', 2n, instantOf(11)), pendingOf('8', 3n, instantOf(9))], AT),
      ['EXPIRE 3 of 8 EXPIRY'],
    ],
  ])('%s', (_act, requests, transfers) => expect(told(requests)).toEqual(transfers));

  it('bear the run and the enrolment that they are for', () => {
    const subjects = namePlace(arrival, AT).map(({ courseRunId, enrolmentId }) => `${courseRunId} ${enrolmentId}`);
    expect(subjects).toEqual(['11 101', '11 101']);
  });
});

describe('how places stand (our design, docs/decisions/0011)', () => {
  it('allocated = held + named + used + available, with expired holds already given back', () => {
    const usage = quotaUsage({
      quota: { ...EMPTY_BALANCE, creditsPosted: 600n, debitsPending: 50n, debitsPosted: 110n },
      held: { ...EMPTY_BALANCE, creditsPending: 30n },
      named: { ...EMPTY_BALANCE, creditsPending: 20n, creditsPosted: 10n },
      released: 7n,
      expired: 5n,
    });
    expect(usage).toEqual({ allocated: 500n, held: 25n, named: 20n, used: 10n, available: 445n, released: 12n });
  });
});
