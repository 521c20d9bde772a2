import { type Fault, faultOf } from './fault.ts';
import type { TypedDocumentString } from './generated/plain/graphql.ts';
import { type Asking, headersOf } from './headers.ts';

export type Answer<Data> =
  | { readonly kind: 'DATA'; readonly data: Data; readonly serverNow: number | null }
  | { readonly kind: 'FAULT'; readonly fault: Fault };

/** Asks the API without Apollo Client: for the logon page, and for what watches over the session. */
export async function post<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  asking: Asking,
): Promise<Answer<Data>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headersOf(asking),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    return answerOf<Data>(await response.json(), response.headers);
  } catch {
    return { kind: 'FAULT', fault: { kind: 'UNREACHABLE' } };
  }
}

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

function answerOf<Data>(body: Body<Data>, headers: Headers): Answer<Data> {
  const error = body.errors?.[0];
  if (error !== undefined || body.data === undefined || body.data === null) {
    return { kind: 'FAULT', fault: faultOf(error?.extensions) };
  }
  return { kind: 'DATA', data: body.data, serverNow: serverTime(headers.get('date')) };
}

/** The `Date` header knows whole seconds: taken as their end, so that we rather warn early than late. */
function serverTime(date: string | null): number | null {
  const read = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(read) ? null : read + 999;
}
