import { canonicalText } from '../policy/canonical.js';

/** What the audit log covers of one enrolment, as it was on the day: all of it stands in the enrolment's row and its versions. */
export interface EnrolmentLeaf {
  readonly enrolmentId: string;
  readonly courseRunId: string;
  /** the number under the person's salt */
  readonly identityDigest: string;
  readonly regionCode: string;
  readonly category: string | null;
  readonly categoryEvidence: string | null;
  readonly meetsNationalStandard: boolean;
  readonly enrolledOn: string;
}

/** The version of the form below; another form gets another number. */
const FORM = 1;

/**
 * The exact bytes of one enrolment under the root of the entry that made it; the leaves of an entry stand in the order of the enrolments' ids.
 * Source: our design, docs/decisions/0014-trainees.md; RFC 8785
 */
export const enrolmentLeaf = (leaf: EnrolmentLeaf): Buffer => {
  const { enrolmentId, courseRunId, identityDigest, regionCode, category, categoryEvidence, meetsNationalStandard, enrolledOn } = leaf;
  return Buffer.from(
    canonicalText({
      form: FORM,
      kind: 'ENROLMENT',
      enrolmentId,
      courseRunId,
      identityDigest,
      regionCode,
      category,
      categoryEvidence,
      meetsNationalStandard,
      enrolledOn,
    }),
    'utf8',
  );
};
