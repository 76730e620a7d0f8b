import type { EntityManager } from 'typeorm';
import { numberKey } from '../policy/training/certificate-number.js';
import type { CertificateRow } from './rows/certificate-row.js';

type Keyed = Pick<CertificateRow, 'id' | 'issuerCode' | 'number' | 'enrolmentId' | 'kind'>;

const records = (certificates: readonly Keyed[]): string =>
  JSON.stringify(
    certificates.map(({ id, issuerCode, number, enrolmentId, kind }) => ({
      certificate_id: id,
      issuer_code: issuerCode,
      number: numberKey(number),
      enrolment_id: enrolmentId,
      kind,
    })),
  );

const RECORD =
  'jsonb_to_recordset($1::jsonb) AS record(certificate_id bigint, issuer_code text, number text, enrolment_id bigint, kind text)';

/**
 * Takes the numbers of certificates for ever and gives the ids of those whose number their issuer has used before. Numbers are taken in their order, so that two
 * batches do not wait for each other in a circle.
 * Source: 辽人社发〔2023〕36号, 附件3注3
 */
export const takeNumbers = (manager: EntityManager, certificates: readonly Keyed[]): Promise<ReadonlySet<string>> =>
  take(
    manager,
    certificates,
    `INSERT INTO certificate_key (issuer_code, number, certificate_id) SELECT issuer_code, number, certificate_id FROM ${RECORD}
     ORDER BY issuer_code, number ON CONFLICT DO NOTHING RETURNING certificate_id AS id`,
  );

/**
 * Makes certificates the ones of their kind that count for their enrolments, and gives the ids of those for which another one counts already.
 * Source: 辽人社发〔2023〕36号, 四(一), 四(二)
 */
export const takeEnrolments = (manager: EntityManager, certificates: readonly Keyed[]): Promise<ReadonlySet<string>> =>
  take(
    manager,
    certificates,
    `INSERT INTO certificate_of (enrolment_id, kind, certificate_id) SELECT enrolment_id, kind, certificate_id FROM ${RECORD}
     ORDER BY enrolment_id, kind ON CONFLICT DO NOTHING RETURNING certificate_id AS id`,
  );

async function take(manager: EntityManager, certificates: readonly Keyed[], sql: string): Promise<ReadonlySet<string>> {
  const taken = await manager.query<{ readonly id: string }[]>(sql, [records(certificates)]);
  const ours = new Set(taken.map(({ id }) => id));
  return new Set(certificates.map(({ id }) => id).filter((id) => !ours.has(id)));
}

/** Lets a certificate count no more, so that another of its kind may be issued; its number stays taken. */
export const freeEnrolment = (manager: EntityManager, { id, enrolmentId, kind }: Keyed): Promise<unknown> =>
  manager.query('DELETE FROM certificate_of WHERE enrolment_id = $1 AND kind = $2 AND certificate_id = $3', [enrolmentId, kind, id]);
