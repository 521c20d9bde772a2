import { Notice } from '@monban/ui/notice/notice';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';

/** Whether the contract asks for certificates, and from when on (R12). */
export function Duty(props: {
  readonly contract: {
    readonly authenticationMethod: 'ID_PIN' | 'CERTIFICATE';
    readonly certificateFrom: string | null;
  };
}) {
  const { m, locale } = useLanguage();
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
      {said.text}
    </Notice>
  );
}
