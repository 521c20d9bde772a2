import { limitOf } from '@monban/domain/change';
import type { EarlierRights } from '@monban/domain/earlier-rights';
import { words } from '@monban/domain/wording/words';
import { Panel } from '@monban/ui/panel/panel';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import { LimitEntry } from '../../forms/limit-entry.tsx';
import { limitFieldOfPath } from '../../forms/limit-fields.ts';
import { useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';
import { CopyRights } from './copy-rights.tsx';
import { RightsForm } from './rights-form.tsx';
import { RightsReview } from './rights-review.tsx';
import { reviewOf } from './review.ts';
import { setUserRightsDocument } from './rights.graphql.ts';
import { useStandingCompany } from './use-company.ts';
import { useConclude } from './use-conclude.ts';
import { UserAccounts } from './user-accounts.tsx';
import { UserPermissions } from './user-permissions.tsx';
import {
  checkUserRights,
  editsFor,
  rightsOf,
  targetOf,
  untouched,
  type UserRightsValues,
} from './user-rights-values.ts';

/** The rights of one user: in the fields what stands, in words what becomes of it, one act for all of it. */
export function UserRightsForm(props: {
  readonly company: Company;
  readonly user: CompanyUser;
  /** What to begin with, instead of what stands: rights as they were before some change. */
  readonly begin: EarlierRights | null;
}) {
  const { m, locale } = useLanguage();
  const set = useCommand(setUserRightsDocument);
  const isOne = ({ userId }: CompanyUser) => userId === props.user.userId;
  const standing = useStandingCompany(props.company, isOne);
  const company = standing.thing;
  const user = company.users.find(isOne) ?? props.user;
  const form = useForm<UserRightsValues>({
    name: `rights-of-${user.userId}`,
    initial: untouched,
    begin: props.begin === null ? null : editsFor(user, props.begin),
    secrets: ['confirmationPin', 'sure'],
  });
  const conclude = useConclude(form, standing);
  const { values } = form;
  const review = reviewOf(company, [targetOf(company, user, values)]);

  const send = async () => {
    const { confirmationPin } = values;
    const outcome = await set({ input: { changes: [...review.input], confirmationPin } });
    await conclude(outcome, {
      to: paths.user(user.userId),
      done: m.rights.one.done(m.users.who(user.userId, user.name)),
      fieldOf: (path) =>
        /\baccounts\b/.test(path)
          ? 'accounts'
          : limitFieldOfPath(review.input[0]?.limits ?? [], path),
    });
  };

  return (
    <RightsForm
      form={form}
      standing={standing}
      check={() => checkUserRights(m, words(locale), company, user, values)}
      send={send}
      before={
        <>
          <CopyRights
            others={company.users.filter((each) => each !== user)}
            onCopy={(from, divisor) => form.fill(editsFor(user, rightsOf(from, divisor)))}
          />
          <Panel title={m.rights.title}>
            <UserPermissions
              services={company.services}
              standing={user.permissions}
              edits={values.permissions}
              onChange={(edits) => form.set('permissions', edits)}
            />
          </Panel>
        </>
      }
    >
      <Panel title={m.limits.title}>
        <p>{m.forms.amount.hint}</p>
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
          {company.layers.map((upper) => (
            <LimitEntry
              key={upper.service}
              form={form}
              service={upper.service}
              upper={upper}
              standing={limitOf(user.limits, upper.service)}
            />
          ))}
        </div>
      </Panel>
      <UserAccounts form={form} user={user} />
      <RightsReview form={form} isEmpty={review.parts.length === 0} submit={m.rights.one.submit}>
        <ChangesPreview
          parts={review.parts}
          consequences={review.consequences}
          notes={m.rights.told}
        />
      </RightsReview>
    </RightsForm>
  );
}
