import { CommandError } from './command.ts';

/** An answer's union member: a success, or a refusal with its text. */
interface Answered {
  readonly __typename: string;
  readonly message?: string;
}

interface Envelope<Success> {
  readonly data?: { readonly answer: Success | Answered } | null;
  readonly errors?: readonly { readonly message: string }[];
}

const patienceMs = 30_000;

/**
 * Runs one mutation on the running server, as a bank system does.
 * @param document names its field `answer`
 * @param successes the type names of what is hoped for
 */
export async function askServer<Success extends { readonly __typename: string }>(
  url: string,
  token: string,
  document: string,
  input: Readonly<Record<string, unknown>>,
  successes: readonly Success['__typename'][],
): Promise<Success> {
  const { data, errors } = await post<Success>(url, token, {
    query: document,
    variables: { input },
  });
  const answer = data?.answer;
  if (answer === undefined) {
    throw new CommandError(errors?.[0]?.message ?? `what answers at ${url} is not Monban.`);
  }
  if (successes.includes(answer.__typename)) return answer as Success;
  throw new CommandError((answer as Answered).message ?? 'it was refused.');
}

async function post<Success>(
  url: string,
  token: string,
  body: unknown,
): Promise<Envelope<Success>> {
  let response: Response;
  try {
    response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new CommandError(`no server answers at ${url}; start one, or set MONBAN_URL.`);
  }
  try {
    return (await response.json()) as Envelope<Success>;
  } catch {
    throw new CommandError(`what answers at ${url} is not Monban.`);
  }
}
