import { trainingInstitutionsOf } from '../../src/policy/directory.js';
import { occupationsOf } from '../../src/policy/occupations.js';
import { regionsOf } from '../../src/policy/regions.js';
import type { RuleBook } from '../../src/policy/rule-book.js';
import { onDatabase } from './list-database.js';

/** The schema that PostGraphile shows. */
export const PEER_SCHEMA = 'peer';

interface Named {
  readonly code: string;
  readonly nameZh: string;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const referenceTable = (name: string, rows: readonly Named[]): string => `
CREATE TABLE ${PEER_SCHEMA}.${name} (code text PRIMARY KEY, name_zh text NOT NULL);
INSERT INTO ${PEER_SCHEMA}.${name} VALUES ${rows.map(({ code, nameZh }) => `(${literal(code)}, ${literal(nameZh)})`).join(', ')};
ANALYZE ${PEER_SCHEMA}.${name};`;

/** Its smart comments say what a view cannot: the key, and what its codes refer to, under the names that the service uses. */
const ENROLMENT = `
CREATE VIEW ${PEER_SCHEMA}.enrolment AS
  SELECT id, status, level, enrolled_on, institution_code, region_code, occupation_code FROM public.enrolment;
COMMENT ON VIEW ${PEER_SCHEMA}.enrolment IS E'@primaryKey id
@foreignKey (institution_code) references ${PEER_SCHEMA}.institution (code)|@fieldName institution
@foreignKey (region_code) references ${PEER_SCHEMA}.region (code)|@fieldName region
@foreignKey (occupation_code) references ${PEER_SCHEMA}.occupation (code)|@fieldName occupation';`;

/** Lays the schema of the peer beside the service's tables: the enrolments as they are, the reference data that the service keeps in memory as tables. */
export const layPeerSchema = async (url: string, book: RuleBook): Promise<void> =>
  void (await onDatabase(
    url,
    [
      `CREATE SCHEMA ${PEER_SCHEMA};`,
      referenceTable('region', regionsOf(book)),
      referenceTable('institution', trainingInstitutionsOf(book)),
      referenceTable('occupation', occupationsOf(book)),
      ENROLMENT,
    ].join('\n'),
  ));
