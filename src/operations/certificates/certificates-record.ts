import type { EntryValue, Subject } from '../../audit/entry.js';
import { merkleRoot } from '../../audit/merkle-root.js';
import { canonicalText } from '../../policy/canonical.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { ActRecord } from '../acting/act.js';

/** What a batch of certificates moved besides. */
interface Besides {
  readonly clauses: readonly string[];
  readonly amounts?: Readonly<Record<string, string>>;
  readonly details?: Readonly<Record<string, EntryValue>>;
}

/**
 * What the log keeps of a batch of certificates: one entry, under the region of its runs where that is one, with the Merkle root over its certificates in their order.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export function certificatesRecord(
  certificates: readonly CertificateRow[],
  runs: readonly CourseRunRow[],
  { clauses, amounts, details }: Besides,
): ActRecord {
  const regions = [...new Set(runs.map(({ regionCode }) => regionCode))];
  const leaves = certificates.map((certificate) => Buffer.from(canonicalText(certificate), 'utf8'));
  return {
    region: regions.length === 1 ? (regions[0] ?? null) : null,
    subjects: [...certificates.flatMap(subjectsOf), ...[...new Set(runs.map(({ id }) => id))].map((id) => ({ type: 'CourseRun', id }))],
    clauses,
    amounts: { certificates: `${certificates.length}`, ...amounts },
    details: { lines: certificates.length, linesRoot: merkleRoot(leaves).toString('hex'), ...details },
  };
}

const subjectsOf = ({ id, enrolmentId }: CertificateRow): readonly Subject[] => [
  { type: 'Certificate', id },
  { type: 'Enrolment', id: enrolmentId },
];
