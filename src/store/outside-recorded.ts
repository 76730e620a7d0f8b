import type { EntityManager, EntitySchema } from 'typeorm';
import { CATEGORY_KIND } from '../policy/category-list.js';
import type { Citation } from '../policy/figure.js';
import { type Period, without } from '../policy/period.js';
import type { CitedRow } from './rows/cited-row.js';

/** Lists that a decision replaces as a whole: from its day on no entry of the notices holds any more, whatever its key. */
export const WHOLE_LISTS: readonly string[] = [CATEGORY_KIND];

interface Named {
  readonly kind?: string;
  readonly key: string;
  readonly regionCode: string | null;
}

type Dated = Named & { readonly citation: Citation };

/** The rows of a table that two persons recorded and that still stand. */
export const recordedRows = async <Row extends CitedRow>(manager: EntityManager, schema: EntitySchema<Row>): Promise<Row[]> =>
  manager.createQueryBuilder(schema, 'row').where(`row.origin = 'RECORDED' AND upper_inf(row.known)`).getMany();

/**
 * What the notices still say beside what was recorded: each row without the days that a recorded one of its name took. So a release neither closes what two
 * persons decided nor collides with it.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const outsideRecorded = <Fact extends Dated>(
  facts: readonly Fact[],
  recorded: readonly (Named & { readonly valid: Period })[],
): Fact[] =>
  facts.flatMap((fact) => {
    const taken = recorded.filter((row) => givesWay(fact, row)).map(({ valid }) => valid);
    return cutTo(fact, without(periodOf(fact), ...taken));
  });

/** Whether a row gives way to another one on the days of both: it has the same name, or stands in a list that is replaced as a whole. */
export const givesWay = (standing: Named, coming: Named): boolean =>
  standing.kind === coming.kind &&
  standing.regionCode === coming.regionCode &&
  (standing.key === coming.key || WHOLE_LISTS.includes(standing.kind ?? ''));

/** The days on which a row holds. */
export const periodOf = ({ citation }: Dated): Period => ({ from: citation.validFrom, to: citation.validTo });

/** The same row for each of some periods. */
export const cutTo = <Fact extends Dated>(fact: Fact, periods: readonly Period[]): Fact[] =>
  periods.map(({ from, to }) => ({ ...fact, citation: { ...fact.citation, validFrom: from, validTo: to } }));
