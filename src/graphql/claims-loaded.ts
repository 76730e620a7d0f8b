import DataLoader from 'dataloader';
import { type AssessedClaim, assessClaims } from '../operations/claims/assess-claims.js';
import { stepsOfClaims } from '../store/claims.js';
import type { ClaimRow } from '../store/rows/claim-row.js';
import type { ClaimStepRow } from '../store/rows/claim-step-row.js';
import type { ServiceContext } from './service-context.js';

interface ClaimLoaders {
  readonly assessed: DataLoader<ClaimRow, AssessedClaim>;
  readonly steps: DataLoader<ClaimRow, readonly ClaimStepRow[]>;
}

const loaders = new WeakMap<ServiceContext, ClaimLoaders>();

/**
 * Look-ups of the claims of one request: all that ask at once take one statement. By row and not by id, since one claim after two mutations is two rows.
 * Source: our design, docs/decisions/0003-transport.md
 */
function loadersOf(context: ServiceContext): ClaimLoaders {
  const known = loaders.get(context);
  if (known !== undefined) return known;
  const { manager } = context.workplace.dataSource;
  const made: ClaimLoaders = {
    assessed: new DataLoader(async (rows) => {
      const found = await assessClaims(manager, context.desk, rows, context.desk.today());
      return rows.map(({ id }) => found.get(id) ?? new Error(`claim ${id} is not judged`));
    }),
    steps: new DataLoader(async (rows) => {
      const found = await stepsOfClaims(manager, [...new Set(rows.map(({ id }) => id))]);
      return rows.map(({ id }) => found.filter(({ claimId }) => claimId === id));
    }),
  };
  loaders.set(context, made);
  return made;
}

/** A claim of the caller's as it stands now. */
export const assessedClaim = (context: ServiceContext, row: ClaimRow): Promise<AssessedClaim> => loadersOf(context).assessed.load(row);

/** The steps of a claim of the caller's, the first one first. */
export const stepsOfClaim = (context: ServiceContext, row: ClaimRow): Promise<readonly ClaimStepRow[]> =>
  loadersOf(context).steps.load(row);
