import { AssessmentBodyResolver } from './assessment-body.resolver.js';
import { FigureResolver } from './figure.resolver.js';
import { MeasureResolver } from './measure.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { OccupationResolver } from './occupation.resolver.js';
import { OpenQuestionResolver } from './open-question.resolver.js';
import { QuotaTableResolver } from './quota-table.resolver.js';
import { ReasonResolver } from './reason.resolver.js';
import { RegionResolver } from './region.resolver.js';
import { RewardItemResolver } from './reward-item.resolver.js';
import { RuleBookResolver } from './rule-book.resolver.js';
import { TariffResolver } from './tariff.resolver.js';
import { TrainingInstitutionResolver } from './training-institution.resolver.js';

/** The resolvers of what the notices say: rules, tariff, quota, directories, rewards and open questions. */
export const referenceResolvers = [
  AssessmentBodyResolver,
  FigureResolver,
  MeasureResolver,
  NodeResolver,
  OccupationResolver,
  OpenQuestionResolver,
  QuotaTableResolver,
  ReasonResolver,
  RegionResolver,
  RewardItemResolver,
  RuleBookResolver,
  TariffResolver,
  TrainingInstitutionResolver,
] as const;
