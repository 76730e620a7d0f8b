import { applyTransfers } from '../../ledger/apply-transfers.js';
import { type CountedPlace, countedBy } from '../../ledger/counted-persons.js';
import { ledgerBook } from '../../ledger/ledger-book.js';
import { namedAccount, quotaAccount } from '../../ledger/place-accounts.js';
import { certifyPlace } from '../../ledger/places.js';
import { invariant } from '../../money/invariant.js';
import type { EnrolmentToCertify } from '../../store/enrolments-to-certify.js';
import { type CountedKey, countedName, lockCounted, usePersons } from '../../store/ledger/counted-places.js';
import { lockAccounts } from '../../store/ledger/lock-accounts.js';
import { lockPending } from '../../store/ledger/lock-pending.js';
import { saveTransfers } from '../../store/ledger/save-transfers.js';
import type { Act } from '../acting/act.js';

type Certified = Pick<EnrolmentToCertify, 'id' | 'year' | 'courseRunId' | 'personId' | 'regionCode' | 'fundingMode'>;

/** An enrolment with the named place that counts it. */
interface Placed {
  readonly enrolment: Certified;
  readonly place: CountedPlace;
}

/** How many places a batch used of each region and year, such as `LN-210200/2026`, as texts. */
export type PlacesUsed = Readonly<Record<string, string>>;

/**
 * Uses the named places of enrolments that are certified: each place once, whoever else it counts, and a used one not again; market training has none. In a number of
 * statements that does not grow with that of the enrolments, but for one batch of transfers a year. Gives the places used now, by region and year.
 * Source: 辽人社发〔2023〕36号, 附件7; our design, docs/decisions/0011-places-ledger.md
 */
export async function usePlaces(act: Act, enrolments: readonly Certified[]): Promise<PlacesUsed> {
  const { manager } = act;
  const subsidised = enrolments.filter(({ fundingMode }) => fundingMode === 'SUBSIDISED');
  if (subsidised.length === 0) return {};
  const accounts = await lockAccounts(
    manager,
    subsidised.flatMap((enrolment) => [quotaAccount(enrolment), namedAccount(enrolment)]),
  );
  const counted = await lockCounted(manager, subsidised.flatMap(keysOf));
  const firsts = firstOfEach(subsidised.map((enrolment) => placed(counted, enrolment)));
  const pendings = await lockPending(
    manager,
    firsts.map(({ place }) => place.transferId),
  );
  const book = ledgerBook({ accounts, pendings });
  for (const year of new Set(firsts.map(({ place }) => place.year))) {
    const requests = firsts
      .filter(({ place }) => place.year === year)
      .flatMap(({ enrolment, place }) => use(book.pendings, enrolment, place));
    const applied = applyTransfers(book, requests, act.at);
    invariant(applied.kind === 'applied', 'a named place that was not used yet can be used');
    await saveTransfers(manager, applied, { entryId: act.entryId, at: act.at, year });
  }
  const used = firsts.map(({ place }) => place);
  await usePersons(manager, used);
  return numbersOf(used);
}

/** A place counts a person or, where the reading of `quota.unit` said so when it was named, this enrolment alone. */
const keysOf = ({ id, personId, regionCode, year }: Certified): readonly CountedKey[] =>
  (['CERTIFICATES', 'DISTINCT_PERSONS'] as const).map((unit) => ({
    regionCode,
    year,
    counted: countedBy(unit, { personId, enrolmentId: id }),
  }));

function placed(counted: ReadonlyMap<string, CountedPlace>, enrolment: Certified): Placed {
  const place = keysOf(enrolment)
    .map((key) => counted.get(countedName(key)))
    .find((found) => found !== undefined);
  invariant(place !== undefined, `subsidised enrolment ${enrolment.id} has no named place`);
  return { enrolment, place };
}

/** The first enrolment on each place that is not used yet. */
const firstOfEach = (all: readonly Placed[]): readonly Placed[] => {
  const firsts = new Map<string, Placed>();
  for (const one of all) if (!one.place.isUsed && !firsts.has(countedName(one.place))) firsts.set(countedName(one.place), one);
  return [...firsts.values()];
};

function use(pendings: ReturnType<typeof ledgerBook>['pendings'], { id, courseRunId }: Certified, { transferId }: CountedPlace) {
  const named = pendings.get(transferId);
  invariant(named !== undefined, `place ${transferId} was never named`);
  return certifyPlace({ named, courseRunId, enrolmentId: id, isFirst: true });
}

const numbersOf = (places: readonly CountedPlace[]): PlacesUsed => {
  const numbers = new Map<string, number>();
  for (const { regionCode, year } of places) numbers.set(`${regionCode}/${year}`, (numbers.get(`${regionCode}/${year}`) ?? 0) + 1);
  return Object.fromEntries([...numbers].map(([pool, number]) => [pool, `${number}`]));
};
