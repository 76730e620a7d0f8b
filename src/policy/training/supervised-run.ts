import { exact, sumOf } from '../../money/exact.js';
import { hourUnits } from '../../money/hour-units.js';
import { formatHours } from '../../money/hours.js';
import type { LevelCode } from '../input.js';

/** The hours of a course run, by how they are taught, as decimal texts. */
export interface RunHours {
  readonly onlineHours: string;
  readonly offlineHours: string;
}

/** What supervision looks at in a course run. */
export interface SupervisedRun extends RunHours {
  readonly status: 'FILED' | 'APPROVED' | 'REJECTED' | 'STARTED' | 'FINISHED' | 'CANCELLED';
  readonly version: number;
  /** the region that organises it */
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly level: LevelCode;
  readonly fundingMode: 'SUBSIDISED' | 'MARKET';
  readonly startsOn: string;
  readonly endsOn: string;
  /** null: outside the fifteen regions */
  readonly venueRegionCode: string | null;
  readonly filedOn: string;
  readonly filedBy: string;
  readonly decidedBy: string | null;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
}

/** All hours of a course run as a decimal text. */
export const totalHoursOf = ({ onlineHours, offlineHours }: RunHours): string =>
  formatHours(sumOf([exact(onlineHours), exact(offlineHours)]));

/** All hours of a course run in hour units. */
export const totalUnitsOf = ({ onlineHours, offlineHours }: RunHours): number => hourUnits(onlineHours) + hourUnits(offlineHours);

/** The first and the last day on which a course run can have been taught: as it really was where that is known, else as planned, or until today where it goes on. */
export function teachingDays(
  { startsOn, endsOn, startedOn, finishedOn }: Pick<SupervisedRun, 'startsOn' | 'endsOn' | 'startedOn' | 'finishedOn'>,
  today: string,
): { readonly first: string; readonly last: string } {
  return { first: startedOn ?? startsOn, last: finishedOn ?? (today > endsOn ? today : endsOn) };
}
