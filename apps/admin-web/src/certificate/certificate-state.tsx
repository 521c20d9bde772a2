import type { CertificateStatus } from '@monban/domain/certificate';
import { words } from '@monban/domain/wording/words';
import { Badge, type BadgeTone } from '@monban/ui/badge/badge';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';
import { type ShownCertificate, standingOf } from './person-certificates.ts';

const tones: Record<CertificateStatus, BadgeTone> = {
  VALID: 'success',
  EXPIRED: 'danger',
  REVOKED: 'danger',
};

/** Where a person stands with their certificates, in a word and a date; and a retrieval code that waits for them. */
export function CertificateState(props: {
  /** Of one person, the newest first. */
  readonly certificates: readonly ShownCertificate[];
  /** Until when a retrieval code can be used that was given out to them; null: none waits. */
  readonly codeUntil: string | null;
}) {
  const { m, locale } = useLanguage();
  const t = m.certificates;
  const { counts, ending, further } = standingOf(props.certificates, Date.now());
  return (
    <span className="flex flex-col items-start gap-1">
      {counts === null ? (
        <Badge tone="neutral">{t.none}</Badge>
      ) : (
        <OneState certificate={counts} ending={ending} />
      )}
      {further > 0 && <span className="text-sm">{t.more(further)}</span>}
      {props.codeUntil !== null && (
        <span className="text-sm">{t.codeOut(momentText(props.codeUntil, locale))}</span>
      )}
    </span>
  );
}

/** One certificate: valid until when, or since when no more. */
export function OneState(props: {
  readonly certificate: Pick<ShownCertificate, 'status' | 'until' | 'revokedAt'>;
  readonly ending: boolean;
}) {
  const { m, locale } = useLanguage();
  const t = m.certificates;
  const { revokedAt, status, until } = props.certificate;
  const when = momentText(revokedAt ?? until, locale);
  return (
    <>
      <Badge tone={props.ending ? 'warning' : tones[status]}>
        {props.ending ? t.ending : words(locale).labels.certificateStatus[status]}
      </Badge>
      <span className="inline-block text-sm md:whitespace-nowrap">
        {status === 'VALID' ? t.until(when) : t.at(when)}
      </span>
    </>
  );
}
