import { fill, learn, sourceOf } from '@monban/examples/values';
import type { GraphiQLProps } from 'graphiql';
import type { KeptValues } from './kept-values.ts';

type Fetcher = NonNullable<GraphiQLProps['fetcher']>;

/**
 * Sends what stands in the editors, with the values put in, and keeps what the answer tells. Plain: no
 * subscriptions, no streams.
 */
export function exampleFetcher(values: KeptValues): Fetcher {
  return async (request, options) => {
    const isIntrospection = request.operationName === 'IntrospectionQuery';
    const filled = fill(
      { variables: request.variables, headers: isIntrospection ? {} : (options?.headers ?? {}) },
      values.get(),
    );
    if (!filled.ok) return { errors: [{ message: filled.missing.map(sourceOf).join(' ') }] };
    const { variables, headers } = filled.value;
    const response = await fetch('/graphql', {
      method: 'POST',
      // A session cookie beside a bank token is refused; who sends a token asks as the bank.
      credentials: new Headers(headers).has('authorization') ? 'omit' : 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headers,
      },
      body: JSON.stringify({ ...request, variables }),
    });
    const answer = await response.json();
    values.set(learn(values.get(), answer.data));
    return answer;
  };
}
