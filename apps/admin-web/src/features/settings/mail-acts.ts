import type { Language } from '../../graphql/generated/graphql.ts';

/** What can be changed about mails, as the address says it. */
export const mailActs = ['mail-language', 'logon-mails'] as const;

export type MailAct = (typeof mailActs)[number];

export function mailActOf(text: string | undefined): MailAct | undefined {
  return mailActs.find((each) => each === text);
}

/** There are two. */
export function otherLanguage(language: Language): Language {
  return language === 'ja' ? 'en' : 'ja';
}
