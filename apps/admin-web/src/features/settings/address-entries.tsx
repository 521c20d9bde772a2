import { addressBounds } from '@monban/domain/notification-address';
import { words } from '@monban/domain/wording/words';
import { CheckField } from '@monban/ui/check-field/check-field';
import { Panel } from '@monban/ui/panel/panel';
import { TextEntry } from '../../forms/text-entry.tsx';
import type { Form } from '../../forms/use-form.ts';
import { typedEmail } from '../../lib/half-width.ts';
import { momentText } from '../../lib/moment.ts';
import { useLanguage } from '../../messages/inside.ts';
import {
  type AddressValues,
  isKept,
  openFields,
  type ShownAddress,
  toggle,
} from './address-edits.ts';

interface Entries {
  readonly form: Form<AddressValues>;
  readonly standing: readonly ShownAddress[];
}

/** Those that stand, each with its tick, and fields for those that come. */
export function AddressEntries({ form, standing }: Entries) {
  const { m } = useLanguage();
  const t = m.settings.change;
  const fields = openFields(standing, form.values);
  return (
    <>
      {standing.length > 0 && <Standing form={form} standing={standing} />}
      <Panel title={t.new}>
        {fields.length === 0 && <p>{t.full(addressBounds.max)}</p>}
        {fields.map((field, index) => (
          <TextEntry
            key={field}
            form={form}
            name={field}
            label={t.newAddress(index + 1)}
            hint={index === 0 ? t.newHint : undefined}
            inputMode="email"
            normalize={typedEmail}
            width="medium"
            optional
          />
        ))}
      </Panel>
    </>
  );
}

function Standing({ form, standing }: Entries) {
  const { m, locale } = useLanguage();
  const t = m.settings.change;
  const { notificationAddressStatus } = words(locale).labels;
  const error = form.problems.toggled;
  const id = form.fieldId('toggled');
  return (
    <Panel title={t.standing}>
      <fieldset className="flex flex-col" aria-describedby={`${id}-hint ${id}-error`}>
        <legend className="sr-only">{t.standing}</legend>
        <p id={`${id}-hint`} className="text-sm text-subtle">
          {t.standingHint}
        </p>
        {standing.map((each, index) => (
          <CheckField
            key={each.address}
            {...(index === 0 && { id })}
            label={
              <span className="flex flex-col">
                <span className="break-all">
                  {m.common.pair(notificationAddressStatus[each.status], each.address)}
                </span>
                {each.leavesAt !== null && (
                  <span className="text-sm text-subtle">
                    {t.leavingHint(momentText(each.leavesAt, locale))}
                  </span>
                )}
              </span>
            }
            checked={isKept(each, form.values)}
            onChange={() => form.set('toggled', toggle(each, form.values))}
          />
        ))}
        {error !== undefined && (
          <p id={`${id}-error`} className="font-bold text-danger">
            ＊{error}
          </p>
        )}
      </fieldset>
    </Panel>
  );
}
