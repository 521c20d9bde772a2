import { parseRetrievalCode } from '@monban/domain/certificate-grant';
import type { Locale } from '@monban/domain/locale';
import { chainFileOf, type Issued, keyFileOf, type ReadyFile } from '../../certificate/issued.ts';
import { useMadeKey } from '../../certificate/use-made-key.ts';
import { type Form, noProblems } from '../../forms/use-form.ts';
import { narrow, type Outcome, problemsOf } from '../../graphql/command.ts';
import { post } from '../../graphql/post.ts';
import { useCertificateWords } from '../../messages/certificate.ts';
import { faultText } from '../../messages/fault-text.ts';
import { useLanguage } from '../../messages/messages.tsx';
import type { FetchValues } from './check-fetch.ts';
import { requestCertificateDocument } from './fetch-certificate.graphql.ts';

/** Sends a signing request with its retrieval code, and makes the file out of what comes back. */
export function useFetch(
  form: Form<FetchValues>,
  onReady: (file: ReadyFile) => void,
): () => Promise<void> {
  const { m, locale } = useLanguage();
  const t = useCertificateWords();
  const key = useMadeKey();

  return async () => {
    const { code, passphrase, way } = form.values;
    // Without hyphens, say, it is the same code, and is to be asked with the same key again.
    const read = parseRetrievalCode(code, 'retrievalCode');
    const made = way === 'HERE' ? await key.keyFor(read.ok ? read.value : code) : null;
    const request = made?.request ?? form.values.request;
    const outcome = await requestCertificate(code, request, locale);
    if (outcome.kind === 'FAULT') {
      const again = way === 'HERE' ? [t.lost] : [];
      return form.say(noProblems<FetchValues>(), [faultText(m, outcome.fault), ...again]);
    }
    if (outcome.kind === 'REFUSED') {
      const { problems, general } = problemsOf<'code' | 'request'>(outcome.refusal, null, fieldOf);
      return form.say(problems, general);
    }
    try {
      onReady(
        made === null
          ? chainFileOf(outcome.value)
          : await keyFileOf(made, outcome.value, passphrase),
      );
      key.forget();
    } catch {
      form.say(noProblems<FetchValues>(), [t.fileFailed]);
    }
  };
}

/** A stranger's page: under no session, whoever is logged on in this browser. */
async function requestCertificate(
  retrievalCode: string,
  certificateRequest: string,
  locale: Locale,
): Promise<Outcome<Issued>> {
  const input = { retrievalCode, certificateRequest };
  const asking = { locale, page: null, passive: false };
  const answer = await post(requestCertificateDocument, { input }, asking);
  return answer.kind === 'FAULT' ? answer : narrow(answer.data);
}

function fieldOf(path: string): 'code' | 'request' | undefined {
  if (path === 'retrievalCode') return 'code';
  return path === 'certificateRequest' ? 'request' : undefined;
}
