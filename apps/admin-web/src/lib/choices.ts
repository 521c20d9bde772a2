/** What somebody chose for this browser, by the names under which it is kept: nobody's secret, so it outlives the session. */
export const choices = { language: 'monban.language', theme: 'monban.theme' } as const;

/** Runs what ends a session: its answer has the browser empty its storage, of all but these. */
export async function keepingChoices<Answer>(end: () => Promise<Answer>): Promise<Answer> {
  const chosen = Object.values(choices).map((name) => [name, localStorage.getItem(name)] as const);
  const answer = await end();
  for (const [name, value] of chosen) if (value !== null) localStorage.setItem(name, value);
  return answer;
}
