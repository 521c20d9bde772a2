/** The languages that Monban speaks. Japanese is the default. */
export type Locale = 'ja' | 'en';

export const locales: readonly Locale[] = ['ja', 'en'];
