/** The API as the bank's desk and people's browsers use it, to bring a company into the state that a test begins with. */
export interface Api {
  /** One mutation; answers its success, and throws at a refusal. */
  act<Success>(name: string, success: string, input: object): Promise<Success>;
  /** Any operation; answers its data. */
  send<Data>(document: string, variables?: object): Promise<Data>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Remembers its cookie, as a browser does. */
export function connect(url: string, headers: Readonly<Record<string, string>> = {}): Api {
  let cookie: string | undefined;

  const send = async <Data>(document: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(cookie !== undefined && { cookie }),
        ...headers,
      },
      body: JSON.stringify({ query: document, variables }),
    });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';', 1)[0];
    const { data, errors } = (await response.json()) as Answer;
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
    return data as Data;
  };

  return {
    send,
    async act<Success>(name: string, success: string, input: object) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) {
        answer: ${name}(input: $input) { __typename ${success} ... on Refusal { code message } }
      }`;
      const { answer } = await send<{ answer: Success & { readonly code?: string } }>(document, {
        input,
      });
      if (answer.code !== undefined) throw new Error(`${name}: ${answer.code}`);
      return answer;
    },
  };
}
