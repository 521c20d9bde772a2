import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { answer } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import { CsvText } from '../../graphql/scalars.ts';
import type { Asked } from '../../operation.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { Contract } from '../contracts/contract.type.ts';
import { importUsers } from './import-users.ts';
import { prepareTemporaryPins } from './prepare-temporary-pins.ts';
import { userImportOf } from './read-user-import.ts';
import {
  ImportUsersInput,
  ImportUsersResult,
  PrepareTemporaryPinsInput,
  PrepareTemporaryPinsResult,
  UserImport,
} from './user-import.type.ts';

@Resolver(() => Contract)
export class UserImportResolver {
  @Rule('ADMINISTRATOR')
  @FieldResolver(() => UserImport, {
    nullable: true,
    description: 'The dry run of an import: who would be added, and what stands in the way.',
  })
  userImport(
    @Root() view: ContractView,
    @Arg('csv', () => CsvText, {
      description: 'A line of headings in Japanese or English, and one user a line.',
    })
    csv: string,
    @Ctx() asked: Asked,
  ) {
    return userImportOf(view, csv, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => PrepareTemporaryPinsResult, {
    description: 'Draws temporary PINs ahead of an import, which takes time. Changes nothing.',
  })
  prepareTemporaryPins(
    @Arg('input', () => PrepareTemporaryPinsInput, { description: 'For whom.' })
    given: PrepareTemporaryPinsInput,
    @Ctx() asked: Asked,
  ) {
    return answer(prepareTemporaryPins, given, asked);
  }

  @Rule('ADMINISTRATOR')
  @Mutation(() => ImportUsersResult, {
    description: 'Appoints all users of a file, or none, with temporary PINs that are shown once.',
  })
  importUsers(
    @Arg('input', () => ImportUsersInput, {
      description: 'The file, what was prepared for it, and the contract confirmation PIN (R4).',
    })
    given: ImportUsersInput,
    @Ctx() asked: Asked,
  ) {
    return answer(importUsers, given, asked);
  }
}
