import { openAct } from '../../act.ts';
import type { Services } from '../../services.ts';
import { selectEnds } from './certificate.store.ts';
import { endSessionOf, loadTarget, revokeAll } from './revoke-certificate.ts';

/**
 * R12: takes back what the bank's own authority has on its list, so that the company is told; nobody gets in with it
 * since the list was read. One that is on hold may come back, and stays. What is taken back is found no more.
 */
export async function revokeListed(services: Services, contractId: string): Promise<void> {
  const { bankAuthorities, database, now } = services;
  await database.acting(contractId, async (tx) => {
    const at = now();
    const sinceOf = (certificate: { readonly issuer: string; readonly serial: string }) => {
      const listed = bankAuthorities?.listed(certificate, at) ?? null;
      // An authority's clock may be ahead of ours.
      return listed === null || listed.onHold ? null : Math.min(listed.since, at);
    };
    const opened = await openAct(tx, contractId, null, at, async (queries) => {
      const ends = await selectEnds(queries, contractId, at);
      const listed = ends
        .map(({ certificate }) => certificate)
        .filter((each) => each.authority === 'BANK' && sinceOf(each) !== null);
      return Promise.all(
        listed.map(({ thumbprint }) => loadTarget(queries, contractId, thumbprint)),
      );
    });
    if (opened === null) return;
    const { act, loaded } = opened;
    const events = loaded.flatMap((target) => {
      if (target === null) return [];
      const { certificate, person, session } = target;
      if (session !== null) endSessionOf(act, person);
      const since = sinceOf(certificate) ?? at;
      return revokeAll(act, person, [certificate], 'BY_ITS_AUTHORITY', null, since);
    });
    await act.finish(events, { kind: 'SYSTEM' }, { at, operation: 'sweep', address: null });
  });
}
