import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { revealedIdentity, revealIdentity } from '../operations/access/reveal-identity.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import type { ServiceContext } from './service-context.js';
import {
  RevealedIdentityType,
  RevealIdentityInput,
  RevealIdentityPayloadType,
  revealedIdentityView,
} from './types/revealed-identity.type.js';
import { IdentityDocumentTypeEnum } from './types/training-enums.js';

const identityOf = ({ workplace, actor }: ServiceContext, root: RevealedIdentityType) =>
  (root.identity ??= revealedIdentity(workplace, actor, root.revealed));

@Resolver(() => RevealedIdentityType)
export class RevealedIdentityResolver {
  @Mutation(
    () => RevealIdentityPayloadType,
    described('查看学员姓名和证件号码全文', 'Reveal the name and the full identity number of a trainee'),
  )
  revealIdentity(
    @Arg('input', () => RevealIdentityInput, described('内容', 'What is asked')) input: RevealIdentityInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'revealedIdentity', revealIdentity, input, revealedIdentityView);
  }

  @FieldResolver(() => IdentityDocumentTypeEnum, described('证件类别', 'Type of identity document'))
  async documentType(@Root() root: RevealedIdentityType, @Ctx() context: ServiceContext) {
    return (await identityOf(context, root)).documentType;
  }

  @FieldResolver(() => String, described('姓名', 'Name'))
  async name(@Root() root: RevealedIdentityType, @Ctx() context: ServiceContext) {
    return (await identityOf(context, root)).name;
  }

  @FieldResolver(() => String, described('证件号码全文', 'The whole identity number'))
  async number(@Root() root: RevealedIdentityType, @Ctx() context: ServiceContext) {
    return (await identityOf(context, root)).number;
  }
}
