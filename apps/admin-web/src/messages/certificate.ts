import type { Locale } from '@monban/domain/locale';
import { certificate as en } from './en/certificate.ts';
import { certificate as ja } from './ja/certificate.ts';
import { useLanguage } from './messages.tsx';

export type CertificateWords = typeof ja;

const languages: Record<Locale, CertificateWords> = { ja, en };

/** The words for a certificate's way to its person: for strangers too, but apart from what the logon waits for. */
export function useCertificateWords(): CertificateWords {
  return languages[useLanguage().locale];
}
