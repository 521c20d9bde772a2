/** A mail as the mailbox of development shows it. */
export interface MailShown {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** All mails so far, the newest first, read off the page. */
export async function readMailbox(url: string): Promise<readonly MailShown[]> {
  const page = await (await fetch(`${url}/dev/mailbox`)).text();
  return page
    .split('<article>')
    .slice(1)
    .map((article) => ({
      to: part(article, /<dt>To<\/dt><dd>([^]*?)<\/dd>/),
      subject: part(article, /<h2[^>]*>([^]*?)<\/h2>/),
      text: part(article, /<pre[^>]*>([^]*?)<\/pre>/),
    }));
}

/** The code that was mailed to an address last; null: none was. */
export async function mailedCode(url: string, address: string): Promise<string | null> {
  const mails = await readMailbox(url);
  const codes = mails.filter(({ to }) => to === address).flatMap(({ text }) => codesIn(text));
  return codes[0] ?? null;
}

/** Every six digits in a row that are no part of anything longer. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![0-9A-Za-z])\d{6}(?![0-9A-Za-z])/g)].map(([code]) => code);
}

function part(article: string, pattern: RegExp): string {
  const found = pattern.exec(article)?.[1] ?? '';
  return found
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
