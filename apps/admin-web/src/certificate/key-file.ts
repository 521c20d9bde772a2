import { BmpString, OctetString } from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CertificationRequest,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { derOf, pemText } from './pem.ts';

/** How keys are made: those that `requestCertificate` takes, and every system that imports PKCS#12 knows. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const hash = 'SHA-256';

/**
 * Rounds of PBKDF2, and of what the MAC's key is drawn by: what somebody who has the file pays for each passphrase that
 * they try. Windows refuses files of more than 600,000.
 */
export const iterations = 200_000;

/** OIDs of PKCS#9 and PKCS#12 (RFC 7292). */
const oids = {
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

const emptySequence = Uint8Array.of(0x30, 0x00).buffer;

/** A key that was made here, and the request (PKCS#10, PEM) by which it gets its certificate. */
export interface MadeKey {
  readonly privateKey: CryptoKey;
  readonly request: string;
}

/** The key can be taken out once: into its file. Nothing else ever holds it. */
export async function makeKey(): Promise<MadeKey> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // Nobody is named, nothing asked for: the library writes an empty name and no attributes in ways that are no DER.
  const request = new CertificationRequest({ attributes: [] });
  request.subject.valueBeforeDecode = emptySequence;
  await request.subjectPublicKeyInfo.importKey(keys.publicKey);
  await request.sign(keys.privateKey, hash);
  return {
    privateKey: keys.privateKey,
    request: pemText('CERTIFICATE REQUEST', request.toSchema(true).toBER()),
  };
}

/** What goes into a key's file. */
export interface KeyFileParts {
  readonly privateKey: CryptoKey;
  /** Its certificate, in PEM. */
  readonly certificate: string;
  /** Those of who issued it, in PEM. */
  readonly chain: readonly string[];
  /** Under what it stands in lists of certificates. */
  readonly friendlyName: string;
  /** Printable ASCII: systems take other letters differently. */
  readonly passphrase: string;
}

/** PKCS#12: key and certificates, encrypted with AES-256 (PBES2, PBKDF2 with SHA-256), stamped with SHA-256. */
export async function makeKeyFile(parts: KeyFileParts): Promise<Uint8Array<ArrayBuffer>> {
  const password = new TextEncoder().encode(parts.passphrase).buffer;
  const encryption = {
    password,
    // Its type wants a vector to start from; the library draws one each time.
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array() },
    hmacHashAlgorithm: hash,
    iterationCount: iterations,
  };
  const own = derOf('CERTIFICATE', parts.certificate);
  const about = bagAttributes(parts.friendlyName, await crypto.subtle.digest(hash, own));
  const key = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(await crypto.subtle.exportKey('pkcs8', parts.privateKey)),
  });
  await key.makeInternalValues(encryption);
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        // The key's own bag is encrypted.
        { privacyMode: 0, value: contents([bag(oids.keyBag, key, about)]) },
        {
          privacyMode: 1,
          value: contents([
            bag(oids.certificateBag, certificateBag(own), about),
            ...parts.chain.map((pem) =>
              bag(oids.certificateBag, certificateBag(derOf('CERTIFICATE', pem))),
            ),
          ]),
        },
      ],
    },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, encryption] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await file.makeInternalValues({
    password,
    iterations,
    pbkdf2HashAlgorithm: hash,
    hmacHashAlgorithm: hash,
  });
  return new Uint8Array(file.toSchema().toBER());
}

function contents(safeBags: SafeBag[]): SafeContents {
  return new SafeContents({ safeBags });
}

function bag(bagId: string, bagValue: PKCS8ShroudedKeyBag | CertBag, about?: Attribute[]): SafeBag {
  return new SafeBag({ bagId, bagValue, ...(about && { bagAttributes: about }) });
}

function certificateBag(der: BufferSource): CertBag {
  return new CertBag({ parsedValue: Certificate.fromBER(der) });
}

/** By the same ID key and certificate find each other. */
function bagAttributes(name: string, id: ArrayBuffer): Attribute[] {
  return [
    new Attribute({ type: oids.friendlyName, values: [new BmpString({ value: name })] }),
    new Attribute({ type: oids.localKeyId, values: [new OctetString({ valueHex: id })] }),
  ];
}
