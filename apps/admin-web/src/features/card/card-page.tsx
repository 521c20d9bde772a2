import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import type { CardQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useMessages } from '../../messages/inside.ts';
import { cardDocument } from './card.graphql.ts';
import { CardForm } from './card-form.tsx';

export const loadCard = (preload: Preload) => () => preload.toPromise(preload(cardDocument, fresh));

/** A new card has come: the administrator shows that it is in their hands, and it is in force. */
export function CardPage() {
  const m = useMessages();
  const t = m.card;
  const { contract } = usePreloaded<CardQuery>();
  const sent = contract?.sentCard ?? null;
  const challenge = sent?.challenge ?? null;
  return (
    <>
      <PageHeading site={m.common.site} lead={challenge === null ? undefined : t.lead}>
        {t.title}
      </PageHeading>
      {sent === null || challenge === null ? (
        <Notice tone="info" title={t.none}>
          {t.noneNote}
        </Notice>
      ) : (
        <CardForm sent={sent} challenge={challenge} older={contract?.card?.serial ?? null} />
      )}
    </>
  );
}
