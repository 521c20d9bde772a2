import type { Instant } from '@monban/domain/instant';
import { Field, InputType, ObjectType } from 'type-graphql';

import { confirmed, resultOf } from '../../graphql/answer.ts';
import {
  CertificateAuthorityEnum,
  CertificateStatusEnum,
} from '../../graphql/certificate-enums.ts';
import { Rule } from '../../graphql/rule.ts';
import { DateTime, PemText, Pin, Sha256, UserId } from '../../graphql/scalars.ts';
import type { Pin as PinValue } from '../../secrets/pin.ts';
import { EitherInput } from '../contracts/administrator-acts.type.ts';
import { DeskContractInput } from '../contracts/desk-input.type.ts';

@Rule('ANYONE')
@ObjectType({
  simpleResolvers: true,
  description: '電子証明書: what one person’s connection is known by (R12).',
})
export class Certificate {
  @Field(() => Sha256, { description: 'SHA-256 of its DER: by this it is bound to its person.' })
  readonly thumbprint!: string;

  @Field(() => String, { description: 'Its serial number, lower-case hex.' })
  readonly serial!: string;

  @Field(() => String, { description: 'Whose: a user ID, or `@administrator`.' })
  readonly person!: string;

  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => CertificateStatusEnum, { description: 'Where it stands.' })
  readonly status!: string;

  @Field(() => CertificateAuthorityEnum, { description: 'Who issued it.' })
  readonly authority!: string;

  @Field(() => DateTime, { description: 'When it was issued, or registered.' })
  readonly issuedAt!: Instant;

  @Field(() => DateTime, { description: 'Its last moment.' })
  readonly until!: Instant;

  @Field(() => DateTime, { description: 'From when on `renewCertificate` exchanges it.' })
  readonly renewableFrom!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  readonly revokedAt!: Instant | null;
}

@Rule('ADMINISTRATOR', 'DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A retrieval code that waits to be used.' })
export class CertificateGrant {
  @Field(() => String, { description: 'For whom: a user ID, or `@administrator`.' })
  readonly person!: string;

  @Field(() => String, { description: 'The person’s name.' })
  readonly name!: string;

  @Field(() => DateTime, { description: 'When it was given out.' })
  readonly grantedAt!: Instant;

  @Field(() => DateTime, { description: 'Until when it can be used: 80 days.' })
  readonly until!: Instant;
}

@InputType({ description: 'For whom a retrieval code is given out.' })
export class GrantCertificateInput extends EitherInput {
  @Field(() => UserId, {
    nullable: true,
    description:
      'Which user: the administrator names one; the desk’s grant is the administrator’s.',
  })
  readonly userId?: string | null;
}

@InputType({ description: 'A signing request by a retrieval code; who sends it is not logged on.' })
export class RequestCertificateInput {
  @Field(() => String, {
    description: '7 groups of 4 letters and digits; hyphens, blanks and letter case don’t count.',
  })
  readonly retrievalCode!: string;

  @Field(() => PemText, {
    description:
      'A signing request (PKCS#10) in PEM: a key on P-256 and above or RSA from 2,048 bits, signed with SHA-256 and above. It names nobody, or the person as CN.',
  })
  readonly certificateRequest!: string;
}

@InputType({ description: 'A signing request for the certificate after the one in use.' })
export class RenewCertificateInput {
  @Field(() => PemText, { description: 'As `requestCertificate` takes it.' })
  readonly certificateRequest!: string;

  @Field(() => Pin, { description: 'The person’s confirmation PIN (R4, R6).' })
  readonly confirmationPin!: PinValue;
}

@InputType({ description: 'Which certificate is revoked.' })
export class RevokeCertificateInput extends EitherInput {
  @Field(() => Sha256, { description: 'Its thumbprint.' })
  readonly thumbprint!: string;
}

@InputType({ description: 'A certificate of the bank’s own authority, for one person.' })
export class RegisterCertificateInput extends DeskContractInput {
  @Field(() => UserId, { nullable: true, description: 'Which user; left out: the administrator.' })
  readonly userId?: string | null;

  @Field(() => PemText, { description: 'The certificate in PEM, without its key.' })
  readonly certificate!: string;
}

@Rule('ADMINISTRATOR', 'DESK')
@ObjectType({ simpleResolvers: true, description: 'A retrieval code was given out.' })
export class CertificateGranted {
  @Field(() => CertificateGrant, { description: 'For whom, and until when.' })
  readonly grant!: CertificateGrant;

  @Field(() => String, {
    description:
      'Shown this once, for the person alone: `ABCD-EFGH-…`. A code that was given out before ends.',
  })
  readonly retrievalCode!: string;
}

@Rule('STRANGER', 'USER', 'ADMINISTRATOR')
@ObjectType({ simpleResolvers: true, description: 'A certificate was issued.' })
export class CertificateIssued {
  @Field(() => Certificate, { description: 'What it says.' })
  readonly certificate!: Certificate;

  @Field(() => PemText, { description: 'The certificate in PEM.' })
  readonly pem!: string;

  @Field(() => [PemText], { description: 'The certificates of who issued it, in PEM.' })
  readonly chain!: readonly string[];
}

@Rule('USER', 'ADMINISTRATOR', 'DESK')
@ObjectType({
  simpleResolvers: true,
  description: 'The certificate is good no more, from the next request on.',
})
export class CertificateRevoked {
  @Field(() => Certificate, { description: 'As it now is.' })
  readonly certificate!: Certificate;
}

@Rule('DESK')
@ObjectType({ simpleResolvers: true, description: 'The certificate is bound to its person.' })
export class CertificateRegistered {
  @Field(() => Certificate, { description: 'What it says.' })
  readonly certificate!: Certificate;
}

export const GrantCertificateResult = resultOf(
  'GrantCertificate',
  CertificateGranted,
  ...confirmed,
);
export const RequestCertificateResult = resultOf(
  'RequestCertificate',
  CertificateIssued,
  'InvalidInput',
  'SimpleRefusal',
  'TryAgain',
);
export const RenewCertificateResult = resultOf('RenewCertificate', CertificateIssued, ...confirmed);
export const RevokeCertificateResult = resultOf(
  'RevokeCertificate',
  CertificateRevoked,
  ...confirmed,
);
export const RegisterCertificateResult = resultOf(
  'RegisterCertificate',
  CertificateRegistered,
  'InvalidInput',
  'SimpleRefusal',
  'TryAgain',
);
