import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';

import { answer, answerEither } from '../../graphql/answer.ts';
import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import type { AdministratorView } from '../administrators/administrator-view.ts';
import { Contract } from '../contracts/contract.type.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { Administrator } from '../persons/person.type.ts';
import { User } from '../users/user.type.ts';
import type { UserView } from '../users/user-view.ts';
import {
  Certificate,
  CertificateGrant,
  GrantCertificateInput,
  GrantCertificateResult,
  RegisterCertificateInput,
  RegisterCertificateResult,
  RenewCertificateInput,
  RenewCertificateResult,
  RequestCertificateInput,
  RequestCertificateResult,
  RevokeCertificateInput,
  RevokeCertificateResult,
} from './certificate.type.ts';
import { grantToAdministrator, grantToUser } from './grant-certificate.ts';
import {
  administratorsCertificates,
  certificatesOf,
  peopleWithout,
  grantsOf,
  ownCertificates,
} from './read-certificates.ts';
import { registerCertificate } from './register-certificate.ts';
import { renewCertificate } from './renew-certificate.ts';
import { requestCertificate } from './request-certificate.ts';
import { revokeCertificateAtDesk, revokeOwnCertificate } from './revoke-certificate.ts';

const input = { description: 'The entries.' };
const either = { description: 'The person’s PIN, or the contract that the desk names.' };

@Resolver()
export class CertificateResolver {
  @Rule('ADMINISTRATOR', 'DESK')
  @Mutation(() => GrantCertificateResult, {
    description:
      'R12: gives out a retrieval code, by which one person gets one certificate within 80 days: the administrator to a user, the desk to the administrator.',
  })
  grantCertificate(
    @Arg('input', () => GrantCertificateInput, either) given: GrantCertificateInput,
    @Ctx() asked: Asked,
  ) {
    return answerEither(grantToUser, grantToAdministrator, given, asked);
  }

  @Rule('STRANGER', 'USER', 'ADMINISTRATOR')
  @Mutation(() => RequestCertificateResult, {
    description:
      'R12: issues the certificate that a retrieval code was given out for. The private key stays where it was made.',
  })
  requestCertificate(
    @Arg('input', () => RequestCertificateInput, input) given: RequestCertificateInput,
    @Ctx() asked: Asked,
  ) {
    return answer(requestCertificate, given, asked);
  }

  @Rule('USER', 'ADMINISTRATOR')
  @Mutation(() => RenewCertificateResult, {
    description:
      'R12: the next certificate for whoever is logged on with one, from 30 days before its end on.',
  })
  renewCertificate(
    @Arg('input', () => RenewCertificateInput, input) given: RenewCertificateInput,
    @Ctx() asked: Asked,
  ) {
    return answer(renewCertificate, given, asked);
  }

  @Rule('USER', 'ADMINISTRATOR', 'DESK')
  @Mutation(() => RevokeCertificateResult, {
    description:
      'R12: takes a certificate back, and ends the session that began with it. Users their own, the administrator any of the contract’s.',
  })
  revokeCertificate(
    @Arg('input', () => RevokeCertificateInput, either) given: RevokeCertificateInput,
    @Ctx() asked: Asked,
  ) {
    return answerEither(revokeOwnCertificate, revokeCertificateAtDesk, given, asked);
  }

  @Rule('DESK')
  @Mutation(() => RegisterCertificateResult, {
    description: 'R12: binds a certificate of the bank’s own authority to one person.',
  })
  registerCertificate(
    @Arg('input', () => RegisterCertificateInput, input) given: RegisterCertificateInput,
    @Ctx() asked: Asked,
  ) {
    return answer(registerCertificate, given, asked);
  }
}

@Resolver(() => Contract)
export class ContractCertificatesResolver {
  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [Certificate], {
    nullable: true,
    description: 'Every certificate that people of the contract have had, the newest first.',
  })
  certificates(@Root() view: ContractView, @Ctx() asked: Asked) {
    return certificatesOf(view.contractId, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many people of the contract, the administrator among them, have no valid certificate now: whom `setAuthenticationMethod` shuts out where it asks for certificates at once (R12).',
  })
  peopleWithoutCertificate(@Root() view: ContractView, @Ctx() asked: Asked) {
    return peopleWithout(view, asked);
  }

  @Rule('ADMINISTRATOR', 'DESK', 'READ')
  @FieldResolver(() => [CertificateGrant], {
    nullable: true,
    description: 'The retrieval codes that wait to be used.',
  })
  certificateGrants(@Root() view: ContractView, @Ctx() asked: Asked) {
    return grantsOf(view.contractId, asked);
  }
}

@Resolver(() => User)
export class UserCertificatesResolver {
  @FieldResolver(() => [Certificate], {
    description: 'The user’s certificates, the newest first.',
  })
  certificates(@Root() user: UserView, @Ctx() asked: Asked) {
    return ownCertificates(user.contract.contractId, user.personKey, asked);
  }
}

@Resolver(() => Administrator)
export class AdministratorCertificatesResolver {
  @FieldResolver(() => [Certificate], {
    description: 'The administrator’s certificates, the newest first.',
  })
  certificates(@Root() view: AdministratorView, @Ctx() asked: Asked) {
    return administratorsCertificates(view.contract.contractId, asked);
  }
}
