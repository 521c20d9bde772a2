import { Notice } from '@monban/ui/notice/notice';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';
import { useSession } from '../session/session-context.tsx';

/** Whether the contract asks for certificates, from when on, and what that means for whoever reads it (R12). */
export function Duty(props: {
  readonly contract: {
    readonly authenticationMethod: 'ID_PIN' | 'CERTIFICATE';
    readonly certificateFrom: string | null;
  };
}) {
  const { m, locale } = useLanguage();
  const { person } = useSession();
  const { duty } = m.certificates;
  const { authenticationMethod, certificateFrom } = props.contract;
  const said =
    authenticationMethod === 'ID_PIN'
      ? duty.NONE
      : certificateFrom === null || Date.parse(certificateFrom) <= Date.now()
        ? duty.NOW
        : duty.FROM(momentText(certificateFrom, locale));
  return (
    <Notice tone="info" title={said.title}>
      {said.text[person.kind]}
    </Notice>
  );
}
