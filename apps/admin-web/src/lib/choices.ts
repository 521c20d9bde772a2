/** What somebody chose for this browser, by the names under which it is kept: nobody's secret, so it outlives the session. */
export const choices = { language: 'monban.language', theme: 'monban.theme' } as const;
