import { type PreloadQueryFunction, type QueryRef, useReadQuery } from '@apollo/client/react';
import { useLoaderData } from 'react-router';

/** Starts a page's query while its code is still being fetched. */
export type Preload = PreloadQueryFunction;

/** Fresh on every visit: what people may do is never judged by what was true a while ago. */
export const fresh = { fetchPolicy: 'network-only' } as const;

/** What the page's loader asked for; renders again whenever a command made it be asked anew. */
export function usePreloaded<Data>(): Data {
  const queryRef = useLoaderData<unknown>() as QueryRef<Data>;
  return useReadQuery(queryRef).data;
}
