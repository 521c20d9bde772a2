import { commonNameOf } from '@monban/domain/certificate-subject';
import { administrator, administratorName, userOf } from '@monban/domain/history-event';
import { formatJapanDay } from '@monban/domain/instant';
import type { MadeKey } from './key-file.ts';

/** A certificate as the API hands it over. */
export interface Issued {
  readonly certificate: {
    /** Whose: a user ID, or `@administrator`. */
    readonly person: string;
    readonly serial: string;
    readonly until: string;
  };
  readonly pem: string;
  readonly chain: readonly string[];
}

/** A file that waits to be saved. */
export interface ReadyFile {
  readonly name: string;
  readonly type: string;
  readonly content: BlobPart;
  readonly issued: Issued;
  /** What it says, to be copied as well; null: the key is in it. */
  readonly text: string | null;
}

/** What makes keys and their files is large, and loaded only where one is made. */
export const loadKeyFile = () => import('./key-file.ts');

/** Key, certificate and chain in one file, which the passphrase opens. */
export async function keyFileOf(
  made: MadeKey,
  issued: Issued,
  passphrase: string,
): Promise<ReadyFile> {
  const { makeKeyFile } = await loadKeyFile();
  const { certificate, chain, pem } = issued;
  const content = await makeKeyFile({
    privateKey: made.privateKey,
    certificate: pem,
    chain,
    friendlyName: `Monban ${personOf(issued)} (${formatJapanDay(Date.parse(certificate.until), 'en')})`,
    passphrase,
  });
  return {
    name: nameOf(issued, 'p12'),
    type: 'application/x-pkcs12',
    content,
    issued,
    text: null,
  };
}

/** Certificate and chain, for whoever has the key already. */
export function chainFileOf(issued: Issued): ReadyFile {
  const content = [issued.pem, ...issued.chain].map((pem) => `${pem.trim()}\n`).join('');
  return {
    name: nameOf(issued, 'pem'),
    type: 'application/x-pem-file',
    content,
    issued,
    text: content,
  };
}

function nameOf(issued: Issued, ending: string): string {
  return `monban-${personOf(issued)}.${ending}`;
}

/** As the certificate itself calls them. */
function personOf({ certificate: { person } }: Issued): string {
  return commonNameOf(person === administratorName ? administrator : userOf(person));
}
