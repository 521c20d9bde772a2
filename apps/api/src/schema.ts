import 'reflect-metadata';

import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { AdministratorActsResolver } from './modules/contracts/administrator-acts.resolver.ts';
import { AuthorizationResolver } from './modules/authorizations/authorization.resolver.ts';
import { CardSheetResolver } from './modules/cards/card-sheet.resolver.ts';
import {
  AdministratorCertificatesResolver,
  CertificateResolver,
  ContractCertificatesResolver,
  UserCertificatesResolver,
} from './modules/certificates/certificate.resolver.ts';
import { ContractListResolver } from './modules/contracts/contract-list.resolver.ts';
import { ContractResolver } from './modules/contracts/contract.resolver.ts';
import { DeskResolver } from './modules/contracts/desk.resolver.ts';
import { DeskSettingsResolver } from './modules/contracts/desk-settings.resolver.ts';
import { DeskActResolver } from './modules/desk-acts/desk-act.resolver.ts';
import { HistoryResolver } from './modules/history/history.resolver.ts';
import {
  ContractNoticesResolver,
  NoticeResolver,
  UserNoticesResolver,
} from './modules/notices/notice.resolver.ts';
import { PersonResolver } from './modules/persons/person.resolver.ts';
import { RightsResolver } from './modules/rights/rights.resolver.ts';
import { UserImportResolver } from './modules/users/user-import.resolver.ts';
import { UserResolver } from './modules/users/user.resolver.ts';

/** The schema, from the decorated types. The domain parses what comes in, so type-graphql validates nothing. */
export function buildMonbanSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AdministratorActsResolver,
      AdministratorCertificatesResolver,
      AuthorizationResolver,
      CardSheetResolver,
      CertificateResolver,
      ContractCertificatesResolver,
      ContractListResolver,
      ContractResolver,
      DeskActResolver,
      DeskResolver,
      DeskSettingsResolver,
      HistoryResolver,
      ContractNoticesResolver,
      NoticeResolver,
      UserNoticesResolver,
      PersonResolver,
      RightsResolver,
      UserCertificatesResolver,
      UserImportResolver,
      UserResolver,
    ],
    validate: false,
  });
  // type-graphql has no place for the descriptions of the two roots.
  describe(schema.getQueryType(), 'What can be read.');
  describe(
    schema.getMutationType(),
    'What can be done. Every mutation answers its success or a refusal; faults are GraphQL errors.',
  );
  return schema;
}

function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
