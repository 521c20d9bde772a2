import { Panel } from '@monban/ui/panel/panel';
import { NewPin } from '../../forms/new-pin.tsx';
import type { Form } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { RegistrationValues } from './check-registration.ts';

/** The administrator's own two PINs, chosen beside each other: they must differ (R22). */
export function RegistrationPins({ form }: { readonly form: Form<RegistrationValues> }) {
  const m = useMessages();
  const t = m.registration;
  const { values } = form;
  return (
    <Panel title={t.newPins}>
      <p>{t.newPinsLead}</p>
      <div className="grid gap-8 md:grid-cols-2">
        <div className="flex flex-col gap-6">
          <NewPin
            form={form}
            name="contractPin"
            again="contractPinAgain"
            label={t.contractPin}
            hint={t.contractPinHint}
            partner={values.contractConfirmationPin}
          />
        </div>
        <div className="flex flex-col gap-6">
          <NewPin
            form={form}
            name="contractConfirmationPin"
            again="contractConfirmationPinAgain"
            label={t.confirmationPin}
            hint={t.confirmationPinHint}
            partner={values.contractPin}
          />
        </div>
      </div>
    </Panel>
  );
}
