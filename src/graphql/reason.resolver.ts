import { Query, Resolver } from 'type-graphql';
import { CLAIM_REASONS, HOLDS, NOTICES, REFUSALS } from '../policy/reasons.js';
import { described } from './described.js';
import { ReasonType, reasonsOf } from './types/reason.type.js';

const CATALOGUE = reasonsOf([...REFUSALS, ...HOLDS, ...NOTICES, ...CLAIM_REASONS]);

@Resolver()
export class ReasonResolver {
  @Query(
    () => [ReasonType],
    described('全部原因：依次为不予补贴、暂缓、提示', 'All reasons: refusals, holds and notices, in the order of an answer'),
  )
  reasonCatalogue() {
    return CATALOGUE;
  }
}
