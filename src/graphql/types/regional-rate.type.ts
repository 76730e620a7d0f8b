import { Field, ObjectType } from 'type-graphql';
import type { Figure } from '../../policy/figure.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import { described } from '../described.js';
import { Hours, MoneyCNY } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';
import { LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { ProposalType, proposalView } from './proposal.type.js';
import { RegionType, regionView } from './region.type.js';

@ObjectType('RegionalRate', {
  ...described('地区自定的补贴标准或学时，含已被取代的', "A region's own hourly rate or required hours, superseded ones too"),
  simpleResolvers: true,
})
export class RegionalRateType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => OccupationType, { nullable: true, ...described('职业；空为该等级全部职业', 'The occupation; null is all of the level') })
  occupation!: OccupationType | null;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => MoneyCNY, { nullable: true, ...described('每学时补贴（元）', 'Yuan per hour') })
  hourlyRate!: string | null;

  @Field(() => Hours, { nullable: true, ...described('规定学时', 'Required hours') })
  requiredHours!: string | null;

  @Field(() => Boolean, described('是否仍为现行登记（未被取代）', 'Whether it still stands, not superseded'))
  isStanding!: boolean;

  @Field(() => CitationType, described('文号、期间和何时得知', 'Document number, period, and when it was known'))
  citation!: CitationType;

  @Field(() => ProposalType, {
    nullable: true,
    ...described(
      '经何提案、由谁提出和批准；仅有权者可见',
      'The proposal it came by, with who proposed and approved it; only for those who may see it',
    ),
  })
  proposal!: ProposalType | null;
}

/** The id of the proposal that a recorded figure came by; null for others. */
export const proposalIdOf = ({ attributes }: Figure): string | null => attributes['proposal'] ?? null;

/** A region's own figure as the API shows it; with its proposal where the caller may see that. */
export function regionalRateView(book: RuleBook, figure: Figure, proposal: ProposalRow | null): RegionalRateType {
  const { kind, regionCode, value, attributes, citation } = figure;
  const occupation = attributes['occupation'];
  return {
    region: regionView(book, regionCode ?? ''),
    occupation: occupation === undefined ? null : occupationView(book, occupation),
    level: attributes['level'] ?? '',
    hourlyRate: kind === 'HOURLY_RATE' ? value : null,
    requiredHours: kind === 'REQUIRED_HOURS' ? value : null,
    isStanding: citation.knownTo === null,
    citation,
    proposal: proposal === null ? null : proposalView(book, proposal),
  };
}
